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
# # 3 · Conflicting tolls, and who says what
#
# A missile hits a station. One outlet writes "at least 39", another "50", a ministry denies everything.
# Most data sets keep one number and no name. kg keeps each number with its speaker, and gives the
# event a range.

# %%
import kg

reports = [f"../seeds/articles/{number}" for number in ("00[89]*", "01[67]*", "02[0-2]*", "03[3478]*")]
graph = kg.build(reports)
graph

# %% [markdown]
# ## Ranges
#
# `killed_low` and `killed_high` are the lowest and highest total that any claim states, `killed_best` is
# chosen by a rule: here the latest report, and among those of one day the number that most independent
# stories give. The rule is a choice, not a truth; `kg build --tolls` has others.

# %%
events = graph.events
tolls = events.dropna(subset=["killed_best"])
columns = ["place", "date_earliest", "killed_low", "killed_best", "killed_high", "sources", "stories"]
tolls.sort_values(["killed_best", "event_id"], ascending=False)[columns].head(8)

# %% [markdown]
# Where do the reports disagree most?

# %%
spread = (tolls["killed_high"] - tolls["killed_low"]).astype(int)
widest = tolls.loc[spread.sort_values(ascending=False, kind="stable").index[0]]
graph.show(widest.event_id)

# %% [markdown]
# Each number with the words it was read from. "At least" is kept: the high end of such a range is open.

# %%
claims = graph.claims
numbers = claims[(claims["event_id"] == widest.event_id) & claims["counts"].notna()]
sources = graph.articles.set_index("article_id")[["source", "published"]]
numbers.join(sources, on="article_id").sort_values(["published", "claim_id"])[
    ["published", "source", "attributed_to", "counts", "sentence"]
]

# %% [markdown]
# Not every difference is a dispute. A toll that rises from day to day is one story told over time; a
# toll that differs on one day is. So look at the day beside the number. And some are errors: the number
# of one strike given to another, "two of them children" taken for a total. The sentence settles it.
#
# ## Denials
#
# A denial does not remove an event. It makes it *disputed*, and stands beside it.

# %%
disputed = events[events["status"] == "disputed"]
disputed[["event_type", "actors", "targets", "place", "sentence"]]

# %%
denials = claims[claims["polarity"] == "denied"]
denials.join(sources, on="article_id")[["source", "attributed_to", "actors", "action", "sentence"]].head(8)

# %% [markdown]
# ## Who speaks
#
# `attributed_to` is the innermost speaker: who says so, when it is not the outlet itself. Much of what is
# known of a war is known from its parties.

# %%
speakers = claims["attributed_to"].fillna("(the outlet itself)").value_counts().head(8)
speakers.to_frame("claims")

# %% [markdown]
# What is sure, and what is not, by speaker. *possible* is what somebody suspects or fears;
# with the future it makes candidates, not events.

# %%
few = claims.assign(speaker=claims["attributed_to"].fillna("(the outlet itself)"))
few = few[few["speaker"].isin(speakers.index)]
few.groupby(["speaker", "polarity", "certainty"]).size().unstack(fill_value=0)

# %% [markdown]
# ## One account against the other
#
# The same strike, in the claims of each outlet. Where two outlets print one wire text, they are two
# articles and one *story*: `story_id` tells.

# %%
told = claims[claims["event_id"] == widest.event_id].merge(
    graph.articles[["article_id", "source", "story_id"]], on="article_id"
)
told.groupby("source").agg(
    claims=("claim_id", "count"),
    stories=("story_id", "nunique"),
    speakers=("attributed_to", lambda who: "; ".join(sorted(set(who.dropna())))),
)

# %% [markdown]
# The speaker is wrong in about one claim of ten, mostly where a quotation runs over several sentences.
# Before you write that a ministry "admits" something, open the card of the claim:

# %%
named = told.dropna(subset=["attributed_to"]).sort_values("claim_id")
graph.show((named if len(named) else told)["claim_id"].iloc[0])
