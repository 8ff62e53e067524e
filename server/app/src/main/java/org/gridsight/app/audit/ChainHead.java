package org.gridsight.app.audit;

/** The end of a chain: how many records it has and the hash of the last. A shorter chain than this has lost its tail. */
record ChainHead(int chain, long height, String hash) {}
