from kg.views import View, ViewOptions, mimebundle, render_page
from kg.views.notebook import MOST_ACTORS_INLINE
from tests.browser.hostile import PAYLOADS, hostile_graph
from tests.samples import sample_graph
from tests.views.page_parts import take_apart


def frame(html: str) -> dict[str, str | None]:
    """Return the attributes of a frame, which must be the only element."""
    ((tag, attributes),) = take_apart(html).tags
    assert tag == "iframe"
    return attributes


def test_graph_shows_itself_as_text_and_in_a_frame() -> None:
    bundle = mimebundle(sample_graph())
    assert set(bundle) == {"text/plain", "image/svg+xml", "text/html"}
    assert bundle["text/plain"] == repr(sample_graph())
    assert frame(bundle["text/html"])["srcdoc"] == render_page(sample_graph())


def test_frame_has_an_origin_of_its_own() -> None:
    allowed = (frame(mimebundle(sample_graph())["text/html"])["sandbox"] or "").split()
    assert "allow-scripts" in allowed
    assert not {"allow-same-origin", "allow-top-navigation", "allow-forms"} & set(allowed)


def test_frame_holds_hostile_texts() -> None:
    options = ViewOptions(title="".join(PAYLOADS[:-1]))
    attributes = frame(mimebundle(hostile_graph(), options=options)["text/html"])
    assert attributes["title"] == options.title


def test_frame_is_capped_and_a_file_is_not() -> None:
    options = ViewOptions(max_actors=3000, max_events=4000)
    capped = ViewOptions(max_actors=MOST_ACTORS_INLINE, max_events=1000)
    page = frame(mimebundle(sample_graph(), options=options)["text/html"])["srcdoc"]
    assert page == render_page(sample_graph(), options=capped)


def test_view_shows_and_writes(tmp_path) -> None:
    view = View(graph=sample_graph())
    assert view._repr_mimebundle_() == mimebundle(sample_graph())
    assert view.write(tmp_path / "page.html").read_text("utf-8") == render_page(sample_graph())
