"""`python -m pragola.web.demo`: serves the demonstration until Ctrl-C."""

import sys

from pragola.web.demo.serving import main

if __name__ == "__main__":
    sys.exit(main())
