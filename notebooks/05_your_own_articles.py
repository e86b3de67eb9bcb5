# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 5 · Your own articles
#
# From a few texts to a graph that you can correct, explain and hand on. The texts below are made up;
# put yours in their place.
#
# `kg.build` reads files: text, Markdown, web pages, feeds, tables, JSON lines. For texts that are already
# in Python, one JSON object a line is the shortest way.

# %%
import json
import tempfile
from pathlib import Path

import kg

folder = Path(tempfile.mkdtemp())
articles = [
    {
        "title": "Rebels shell Idlib",
        "source": "Harbour Wire",
        "published": "2024-03-05",
        "text": "Rebels of the Northern Front shelled the city of Idlib in Syria on Monday, killing at"
        " least nine civilians, the governor said. The Northern Front denied that it had attacked the"
        " city.",
    },
    {
        "title": "Eleven dead in Idlib",
        "source": "Morning Post",
        "published": "2024-03-06",
        "text": "The shelling of Idlib in Syria on Monday killed 11 civilians, rescuers said on"
        " Wednesday. The Northern Front rebels had threatened to attack the city last week. The United"
        " Nations condemned the attack.",
    },
    {
        "title": "Talks in Geneva",
        "source": "Morning Post",
        "published": "2024-03-08",
        "text": "Syrian government envoys met leaders of the Northern Front rebels in Geneva on Friday."
        " The rebels freed 20 prisoners. Turkey may send troops to Idlib, diplomats fear.",
    },
]
news = folder / "news.jsonl"
news.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8");

# %% [markdown]
# What your files do not state can be given to `kg.build` by name: `published="2024-03-05"`,
# `source="Harbour Wire"`, `columns={"text": "body"}`. The day of publication matters most: without it
# "on Monday" means nothing, and most events have no date.
#
# With `out`, the graph is kept in that folder; building into it again adds to it, and articles that it
# holds already are not read twice.

# %%
out = folder / "out"
graph = kg.build(news, out=out)
graph

# %%
columns = ["status", "event_type", "actors", "targets", "date_earliest", "place", "killed_low", "killed_high"]
graph.events[columns]

# %% [markdown]
# Compare that with the texts. What is feared ("may send") and what was threatened is not counted as
# done; the denial sits beside the attack. If a toll, a day or a side is wrong, the sentence shows why.

# %%
graph.timeline(by="day")

# %% [markdown]
# ## Why is it so?
#
# `explain` tells which claims stand behind an event, by which rules they were made, and why they were
# held to be one.

# %%
assaults = graph.events[graph.events["event_type"] == "ASSAULT"]
event_id = assaults.sort_values(["articles", "event_id"], ascending=False)["event_id"].iloc[0]
print(graph.explain(event_id))

# %% [markdown]
# ## Your word against the program's
#
# Whether two names are one actor is a judgement, and the program's can be wrong both ways. Here are the
# actors that it found:

# %%
graph.actors[["actor_id", "name", "kind", "country", "events_as_actor", "events_as_target"]]

# %% [markdown]
# The rebels of the Northern Front were found under several names and held for several actors. Say that
# two are one, and it is kept with your name and reason, wins over every score, and holds for every later
# build into the folder. Names do as well as ids where they are clear.

# %%
names = graph.actors["name"]
front = graph.actors[names.str.contains("Northern Front") & ~names.str.contains("leaders")]
ids = list(front["actor_id"])
for other in ids[1:]:
    graph = kg.same(out, ids[0], other, who="desk", why="one armed group, by three names")
graph.show("Northern Front")

# %% [markdown]
# A word can be taken back, with the ids that it was given for:

# %%
split = kg.same(out, ids[0], ids[-1], who="desk", undo=True)
f"{len(graph.actors)} actors while it held, {len(split.actors)} without it"

# %% [markdown]
# `kg.different` keeps apart what the program joined, of actors and of events alike.
#
# ## Handing it on
#
# The page is one file that can be mailed; the ending of its name tells the format of an export.

# %%
kg.view(split, out / "page.html", title="Idlib")
for name in ("graph.ttl", "graph.graphml", "events.csv"):
    kg.export(split, out / name)
sorted(path.name for path in out.iterdir())

# %% [markdown]
# The map and the timeline are pictures of their own:

# %%
graph.map(title="Where it happened").write(out / "map.svg")
graph.map(title="Where it happened")

# %% [markdown]
# ## Larger
#
# On the command line, `kg build news/ -o out --workers 4` reads a folder of files with four processes
# and goes on where it stopped if it is interrupted; `kg.load("out")` then opens the graph here in no
# time. What could not be read is counted and named in `skipped.csv`.
