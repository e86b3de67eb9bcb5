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
# # 2 · Who attacks whom
#
# Pairs of actors, counts over time, and measures of networks, with pandas and networkx. The graph gives
# plain data frames and a plain network; nothing below is special to kg.

# %%
import networkx as nx
import pandas as pd

import kg

graph = kg.build("../seeds/articles")
events = graph.events
best_told = events.sort_values(["stories", "articles", "event_id"], ascending=[False, False, True])
best_told[["event_type", "status", "actors", "targets", "date_earliest", "place"]].head()

# %% [markdown]
# First leave out what nobody says has happened. This is the most common mistake with event data, and
# here it is one line:

# %%
happened = events[events["status"] != "candidate"]
f"{len(happened)} of {len(events)} events are said to have happened"

# %% [markdown]
# ## Pairs
#
# Several actors of one event stand in one cell, joined by `;`. Split and explode them, and each row is
# one actor and one target. *Material conflict* is quad 4: blows, arrests, sanctions, not words.

# %%
def pairs(frame):
    """One row for each actor and target of each event."""
    rows = frame[["event_id", "event_type", "quad", "actors", "targets"]].dropna()
    for side in ("actors", "targets"):
        rows = rows.assign(**{side: rows[side].str.split(";")}).explode(side)
    return rows


violent = pairs(happened[happened["quad"] == 4])
dyads = violent.groupby(["actors", "targets"]).size().sort_values(ascending=False, kind="stable")
dyads.head(10).to_frame("events")

# %% [markdown]
# "people" and "civilians" are who the reports say was hit. They are actors like others, by noun,
# country and sector, not one group of persons.
#
# The same by country, which is coarser and more robust: a wrong unit of an army is still of the right
# country.

# %%
countries = happened[happened["quad"] == 4].dropna(subset=["actor_countries", "target_countries"])
first = countries.assign(
    who=countries["actor_countries"].str.split(";").str[0],
    whom=countries["target_countries"].str.split(";").str[0],
)
first = first[(first["who"] != "") & (first["whom"] != "")]
pd.crosstab(first["who"], first["whom"])

# %% [markdown]
# ## Weeks
#
# An event is dated by what its sentences state; most state no day, and then `first_published` is the
# best clue. `graph.timeline` does the same and says how often.

# %%
day = pd.to_datetime(happened["date_earliest"].fillna(happened["first_published"]))
weekly = (
    happened.assign(week=day.dt.to_period("W").dt.start_time)
    .pivot_table(index="week", columns="quad", values="event_id", aggfunc="count", fill_value=0)
    .rename(columns={1: "verbal coop.", 2: "material coop.", 3: "verbal conflict", 4: "material conflict"})
)
weekly.loc["2022-02-01":"2022-06-01"]

# %%
graph.timeline(by="week", since="2022-02-20", until="2022-12-31", title="2022, week by week")

# %% [markdown]
# A sample of forty texts has gaps that are gaps of the sample, not of the war. With your own corpus, plot
# the number of articles a week beside the number of events before you read a trend.
#
# ## The network
#
# `graph.to_networkx()` has one edge for each event and pair, with everything known of it.
# `simple=True` gives what measures of networks want: named actors only, one edge for each pair, its
# `weight` the number of events that happened, its `distance` 1 / weight, `quad_4` how many of them were
# material conflict.

# %%
network = graph.to_networkx(simple=True)
print(network)
edges = nx.to_pandas_edgelist(network, source="actor", target="on")
edges = edges.sort_values(["weight", "actor", "on"], ascending=[False, True, True])
edges[["actor", "on", "weight", "distance", "intensity", "quad_4", "first", "last"]].head(8).round(2)

# %% [markdown]
# Measures take weights by name. Mind which they want: PageRank takes strength (`weight`), betweenness
# goes along short paths (`distance`).

# %%
table = pd.DataFrame(
    {
        "out": dict(network.out_degree(weight="weight")),
        "in": dict(network.in_degree(weight="weight")),
        "pagerank": nx.pagerank(network, weight="weight"),
        "betweenness": nx.betweenness_centrality(network, weight="distance"),
    }
)
table.insert(0, "name", pd.Series(dict(network.nodes(data="name"))))
table.sort_values("pagerank", ascending=False).head(10).round(3)

# %% [markdown]
# Talking weighs as much as shooting here. For a network of violence alone, filter first; the filter
# gives a graph, and all else works on it as before.

# %%
assaults = graph.filtered(event_type="ASSAULT")
fights = assaults.to_networkx(simple=True)
strength = pd.Series(dict(fights.out_degree(weight="weight")), name="assaults on others")
names = pd.Series(dict(fights.nodes(data="name")), name="name")
pd.concat([names, strength], axis=1).sort_values("assaults on others", ascending=False).head(6)

# %%
assaults.show(title="Assaults", max_actors=24)

# %% [markdown]
# ## What to keep in mind
#
# - A report that names no attacker gives an event without one. `simple=True` leaves it out, so who is
#   often named looks more violent than who is not. In this sample that is how many:

# %%
unnamed = (happened["event_type"] == "ASSAULT") & happened["actors"].isna()
f"{unnamed.sum()} of {(happened['event_type'] == 'ASSAULT').sum()} assaults name no attacker"

# %% [markdown]
# - Actor and target are sometimes swapped or missed. Sort by `confidence`, read the sentences of the
#   pairs on which your argument rests: `graph.show(event_id)`.
