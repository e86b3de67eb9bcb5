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
# # 1 · A first look
#
# Forty news reports on the war in Ukraine, 2014 to 2025, come with kg; we wrote them for tests, in
# the manner of wire reports on what happened. This notebook reads them and looks at what comes out:
# who did what to whom, when, where, and who says so.
#
# Nothing here touches the network. Reading the reports takes some ten seconds.

# %%
import kg

graph = kg.build("../seeds/articles")
graph

# %% [markdown]
# The line to remember is the last one above. An event is **reported** if somebody says that it
# happened, **disputed** if somebody else denies it. A **candidate** is feared, planned, threatened or
# suspected, and nobody says that it happened; it is never counted as if it had. **Historical** is
# background: "… which Russia annexed in 2014", in a report of 2022.
#
# ## When
#
# Bars count the events that are said to have happened. Conflict stands below, cooperation above;
# *verbal* is said, *material* is done. Most sentences of news name no day; such an event stands on
# the day of its first report, and the line below the picture says how many there are.

# %%
graph.timeline(by="year")

# %% [markdown]
# Most of the sample is about the spring of 2022. Any picture takes the same filters: `actor`,
# `event_type`, `since`, `until`, `country`, `place`.

# %%
graph.timeline(by="day", since="2022-02-20", until="2022-04-15", title="The first weeks")

# %% [markdown]
# ## Where

# %%
graph.map(within="UKR")

# %% [markdown]
# Most events have no place on this map: their sentences name none, or one that the gazetteer does not
# know, or one elsewhere. And a name can mislead: there is more than one Washington, and the program may
# choose the wrong one.
#
# ## Who
#
# `graph.show` gives the interactive page of a graph, inside the notebook: search, filters, a table, and
# the sentences behind each line. Where no script may run, on a code forge for instance, you see a
# still picture of its most active actors in its place.

# %%
graph.show(title="Who did what to whom", max_actors=60)

# %% [markdown]
# Of one actor, `actor=` shows the part of the page that concerns it, and its name alone shows a card.

# %%
graph.show(actor="Yevgeny Prigozhin", title="Around Yevgeny Prigozhin")

# %%
graph.show("Yevgeny Prigozhin")

# %% [markdown]
# ## What it stands on
#
# Every event leads to the sentences that report it. Take the one that most independent stories tell
# (copies of one wire text count once):

# %%
events = graph.events
best_told = events.sort_values(["stories", "articles", "event_id"], ascending=False).iloc[0]
graph.show(best_told.event_id)

# %% [markdown]
# The words in blue were taken for the actor, those in yellow for the target, the bold ones for the
# action; the numbers behind the day are the characters at which the sentence stands in its article.
# In text, with the reasons for which these claims were held to report one event:

# %%
print(graph.explain(best_told.event_id)[:1500], "…")

# %% [markdown]
# ## How far to trust it
#
# kg reads by grammar, word lists and a small model. On this sample about a fifth of the events that it
# finds have the wrong type, and a third of the triples have a wrong or missing side; on other texts it
# is worse (the README has the figures). So counts over many events tell more than any one event, and
# before you cite one, read its sentence. Look at the least sure ones to get a feeling for it:

# %%
least_sure = events.sort_values(["confidence", "event_id"]).head(5)
columns = ["event_type", "actors", "targets", "sentence"]
for event in least_sure[columns].fillna("nobody named").itertuples():
    print(f"{event.actors}  {event.event_type} → {event.targets}\n    {event.sentence}\n")
