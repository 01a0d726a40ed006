"""Start Foresight: ``python main.py [FILE]`` opens the window, ``python main.py --help`` lists the commands."""

import sys

from foresight.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
