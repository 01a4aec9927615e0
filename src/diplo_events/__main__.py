"""`python -m diplo_events` is `diplo-events`."""

import sys

from diplo_events.cli import main

if __name__ == "__main__":
    sys.exit(main())
