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
# # 4 · SPARQL, without a server
#
# The graph is RDF as well: claims, events, actors, sources, one named graph for each article.
# `kg.query` answers SPARQL 1.1 on this machine. The same queries run in any triple store that the graph
# is pushed to (`kg push`).

# %%
import kg

graph = kg.build(["../seeds/articles/01[4-9]*", "../seeds/articles/02[0-8]*"])  # the reports of 2022
graph

# %% [markdown]
# ## The library
#
# Common questions have names (`kg query --list`, or docs/queries.md). A table shows itself, and
# `to_frame()` gives it to pandas.

# %%
kg.query(graph, named="conflicting-tolls")

# %%
attacks = kg.query(graph, named="who-attacked-whom").to_frame()
attacks.head()

# %% [markdown]
# Some have parameters:

# %%
kg.query(graph, named="timeline-of-a-dyad", one="Russia", other="Ukraine")

# %% [markdown]
# ## A query of your own
#
# The prefixes `kg:` and `plover:` and the usual ones are known. An event leads to its claims, a claim to
# its speaker, its sentence, its article. Which outlets report assaults in whose words?

# %%
by_speaker = """
SELECT ?outlet ?speaker (COUNT(DISTINCT ?claim) AS ?claims)
WHERE {
  ?claim a kg:Claim ; kg:eventType plover:ASSAULT ; prov:wasDerivedFrom ?article .
  ?article schema:publisher/schema:name ?outlet .
  OPTIONAL { ?claim kg:speakerMention/schema:name ?speaker }
}
GROUP BY ?outlet ?speaker
ORDER BY DESC(?claims) ?outlet ?speaker
LIMIT 12
"""
kg.query(graph, by_speaker)

# %% [markdown]
# An empty `speaker` is the outlet's own voice. ASK answers yes or no:

# %%
kg.query(graph, "ASK { ?event a kg:Event ; kg:deniedBy ?claim }")

# %% [markdown]
# ## A graph of your own
#
# CONSTRUCT makes statements in the words that you need: here plain "attacked" edges between names, for
# a tool that knows nothing of claims. What is lost on the way is who says so; keep the way back.

# %%
edges = """
PREFIX my: <https://example.org/my#>
CONSTRUCT { ?who my:attacked ?whom . ?who rdfs:label ?one . ?whom rdfs:label ?other }
WHERE {
  ?event a kg:Event ; kg:eventType plover:ASSAULT ; kg:actor ?who ; kg:target ?whom .
  ?who rdfs:label ?one . ?whom rdfs:label ?other .
}
"""
kg.query(graph, edges)

# %% [markdown]
# ## What a query cannot know
#
# A query is exact about the graph, not about the world. `kg:Event` is what somebody says has happened;
# what is feared or planned is a `kg:EventCandidate`, and a query for one does not find the other. Who is
# missing from an answer may be missing from the reports, or from what the program understood. The way
# back to the sentence is short:

# %%
evidence = """
SELECT ?event ?outlet ?sentence
WHERE {
  ?event a kg:Event ; kg:eventType plover:ASSAULT ; kg:reportedBy ?claim .
  ?claim kg:sentence/oa:hasSelector/oa:exact ?sentence ;
         prov:wasDerivedFrom/schema:publisher/schema:name ?outlet .
}
ORDER BY ?event ?outlet ?sentence
LIMIT 5
"""
found = kg.query(graph, evidence)
found

# %% [markdown]
# An IRI ends in the id, so that an answer leads to a card:

# %%
graph.show(found.values()[0][0].rsplit("/", 1)[-1])
