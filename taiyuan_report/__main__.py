"""``python -m taiyuan_report`` is the command ``taiyuan-report``."""

import sys

from taiyuan_report.cli import main

if __name__ == "__main__":
    sys.exit(main())
