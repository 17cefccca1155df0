"""`pragola serve`: the site with the demonstration, on this machine only."""

import signal
import subprocess
import sys

import click


@click.command()
@click.pass_context
def serve(context: click.Context) -> None:
    """Serve the demonstration of Kabupaten Pati on a local port until Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with subprocess.Popen([sys.executable, "-m", "pragola.web.demo"]) as site:
        try:
            status = site.wait()
        except KeyboardInterrupt:
            site.terminate()
            status = site.wait()
    context.exit(status)
