"""``python -m aktivplan``, for machines where scripts are not on the path."""

from aktivplan.cli.main import main

if __name__ == "__main__":
    main()
