"""`kg push`: a graph into a triple store."""

import os
import time
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import progress_bar, summary

__all__ = ["push"]


def push(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")],
    url: Annotated[str, typer.Argument(metavar="URL", help="Address of the store.")],
    preset: Annotated[
        str,
        typer.Option(
            help="Kind of store: oxigraph, fuseki, graphdb, virtuoso, stardog, or gsp for the"
            " address of a SPARQL Graph Store itself."
        ),
    ] = "oxigraph",
    auth: Annotated[
        str | None, typer.Option(help="none, basic, digest or bearer; else what the preset says.")
    ] = None,
    base_iri: Annotated[str | None, typer.Option(help="Where the IRIs begin.")] = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Remove another graph of kg that lies there."),
    ] = False,
) -> None:
    """Bring a triple store to what a graph says, over the SPARQL Graph Store protocol.

    One named graph for each article, one for what is merged, one for the ontology. What has not
    changed since the last push is not sent again; what is gone is removed. The store's count is
    compared after each graph. Name and password come from KG_STORE_USER and KG_STORE_PASSWORD, a
    token from KG_STORE_TOKEN; they are never sent over plain http to another machine.

    Examples:
      kg push out http://localhost:7878
      kg push out http://localhost:3030/war --preset fuseki
      KG_STORE_USER=dba KG_STORE_PASSWORD=… kg push out http://localhost:8890 --preset virtuoso
    """
    import kg
    from kg.stores import PRESETS, Auth, PushOptions
    from kg.stores import push as run
    from kg.stores.clients import Secrets

    started = time.perf_counter()
    if preset not in PRESETS:
        raise typer.BadParameter(f"--preset {preset!r} is none of {', '.join(PRESETS)}")
    if auth is not None and auth not in list(Auth):
        raise typer.BadParameter(f"--auth {auth!r} is none of {', '.join(Auth)}")
    secrets = Secrets(
        user=os.environ.get("KG_STORE_USER", ""),
        password=os.environ.get("KG_STORE_PASSWORD", ""),
        token=os.environ.get("KG_STORE_TOKEN", ""),
    )
    options = PushOptions(
        preset=PRESETS[preset],
        auth=Auth(auth) if auth else PRESETS[preset].auth,
        secrets=secrets,
        is_replacing=replace,
        **({"base_iri": base_iri} if base_iri else {}),
    )
    graph = kg.load(folder)
    with progress_bar("Pushing", unit="graphs") as progress:
        report = run(graph, url, options=options, progress=progress)
    summary(
        [
            ("graphs sent", report.sent),
            ("unchanged", report.unchanged),
            ("removed", report.removed),
            ("statements", f"{report.statements:,} sent, and counted by the store"),
            ("seconds", time.perf_counter() - started),
        ]
    )
