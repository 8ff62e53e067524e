package org.gridsight.media.gb28181;

import gov.nist.core.ServerLogger;
import gov.nist.core.StackLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/**
 * Takes what JAIN-SIP would log and writes nothing: its lines carry whole messages with names, addresses and digests. What
 * matters is counted by the station instead. Public only because JAIN-SIP makes it by its name.
 */
public final class SilentLog implements StackLogger, ServerLogger {

    /** Called by JAIN-SIP. */
    public SilentLog() {}

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable thrown) {}

    @Override
    public void logException(Exception thrown) {}

    @Override
    public void logDebug(String line) {}

    @Override
    public void logDebug(String line, Exception thrown) {}

    @Override
    public void logTrace(String line) {}

    @Override
    public void logFatalError(String line) {}

    @Override
    public void logError(String line) {}

    @Override
    public void logError(String line, Exception thrown) {}

    @Override
    public void logWarning(String line) {}

    @Override
    public void logInfo(String line) {}

    @Override
    public boolean isLoggingEnabled() {
        return false;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return false;
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String stamp) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return "silent";
    }

    @Override
    public void closeLogFile() {}

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {}

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {}

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {}

    @Override
    public void setSipStack(SipStack stack) {}
}
