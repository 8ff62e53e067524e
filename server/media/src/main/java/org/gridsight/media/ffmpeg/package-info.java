/**
 * FFmpeg in a child process of its own for each stream that needs it: a picture that must be masked before it may be seen,
 * and streams our own parsers do not understand. What strangers send is decoded there only, so a crash costs that stream;
 * the hub's supervisor tries again. The encoder is OpenH264 (BSD), the one H.264 encoder of FFmpeg's LGPL build.
 */
@NullMarked
package org.gridsight.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
