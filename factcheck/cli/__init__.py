"""The verbs for the shell: data to stdout, talk to stderr.

Exit status: 0 everything went in; 1 something could not be taken in (it is named); 2 the verb could not run.
"""

from __future__ import annotations

import click

from factcheck import __version__
from factcheck.cli import deciding, intake, names, output, show, suggesting, training
from factcheck.cli.errors import Verbs


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Take claims out of rival reports and show where they cannot both be true.

    Exit status: 0 everything went in, 1 something could not be taken in (it is named), 2 could not run.

    \b
    Example:
      factcheck demo
      factcheck import reports/ --source "Example News" --published 2025-11-08
      factcheck report --out conflicts.csv
    """


for _verb in (
    intake.init, intake.import_, intake.link, intake.extract, names.alias, names.aliases,
    deciding.decide, deciding.decisions, deciding.why, suggesting.suggestions,
    training.train, training.weights,
    output.claims, output.verdicts, output.report, output.estimates,
    show.serve, show.demo,
):  # fmt: skip
    main.add_command(_verb)
