// Puts the parts together; `kg.select` is the one way to choose an actor, a tie or an event.
"use strict";

(() => {
  function selected() {
    kg.byId("hint").hidden = true;
    kg.permalink.write();
  }

  kg.select = {
    actor(id) {
      if (!kg.actors.has(id)) return;
      const place = kg.places.ofActor(kg.actors.get(id));
      if (place) {
        kg.select.place(place.id);
        return;
      }
      kg.panel.open("actor", id);
      kg.graph.showActor(id);
      selected();
    },
    tie(id) {
      if (!kg.ties.has(id)) return;
      const tie = kg.ties.get(id);
      kg.panel.open("tie", id);
      kg.graph.showTies([tie]);
      kg.camera.reveal([tie.from, tie.to]);
      selected();
    },
    event(id) {
      if (!kg.events.has(id)) return;
      const ties = kg.tiesByEvent.get(id) ?? [];
      kg.panel.open("event", id);
      kg.graph.showTies(ties);
      kg.camera.reveal(ties.flatMap((tie) => [tie.from, tie.to]));
      selected();
    },
    place(id) {
      if (!kg.places.has(id)) return;
      const ties = kg.places.get(id).events.flatMap((event) => kg.tiesByEvent.get(event) ?? []);
      kg.panel.open("place", id);
      kg.graph.showTies(ties);
      kg.camera.reveal(ties.flatMap((tie) => [tie.from, tie.to]));
      selected();
    },
    between(id) {
      kg.panel.open("between", id);
      selected();
    },
    way() {
      if (kg.filters.focus()?.kind !== "way") return;
      kg.panel.open("way", "");
      kg.graph.showNothing();
      selected();
    },
    only(kind, actors) {
      kg.filters.setFocus(kg.ways.isFocus(kind, actors) ? { kind, actors } : null);
      if (!kg.filters.focus()) return;
      if (kind === "way") kg.select.way();
      // What the selection dimmed is what the reader now asks for.
      else kg.graph.showNothing();
      kg.graph.frameFocus();
    },
    nothing() {
      kg.panel.close();
      kg.graph.showNothing();
      kg.permalink.write();
    },
  };

  function onEscape(event) {
    if (event.key !== "Escape") return;
    const wasInside = kg.byId("panel").contains(document.activeElement);
    kg.select.nothing();
    toggleFilters(false);
    if (wasInside) kg.byId("canvas").focus();
  }

  function toggleFilters(isOpen) {
    document.body.classList.toggle("has-filters", isOpen);
    kg.byId("filters-toggle").setAttribute("aria-expanded", String(isOpen));
  }

  function start() {
    kg.facets.start();
    kg.graph.start();
    kg.panel.start();
    kg.timeline.start();
    kg.table.start();
    kg.downloads.start();
    kg.search.start();
    kg.permalink.start();
    document.addEventListener("keydown", onEscape);
    kg.byId("canvas").addEventListener("pointerdown", () => toggleFilters(false));
    kg.byId("filters-toggle").addEventListener("click", () => toggleFilters(!document.body.classList.contains("has-filters")));
  }

  start();
})();
