"""What the exit codes mean."""

FINE = 0  # done; of a comparison: nothing at or above --fail-on
FOUND = 1  # findings at or above --fail-on
FAILED = 2  # what was asked could not be done
INTERRUPTED = 130  # Ctrl-C
CLOSED = 141  # nobody reads the result any more
