"""English or not, on sentences of ours: news as it reads in many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.languages import foreign_language

FOREIGN = {
    "German": [
        "Die Armee hat am Freitag einen Angriff auf die Hafenstadt bestätigt.",
        "Der Minister traf seinen Amtskollegen in Berlin und sprach mit ihm über die Waffenruhe.",
        "Russische Drohnen töten zwölf Zivilisten",
        "Demonstranten blockieren Straße vor dem Parlament",
    ],
    "French": [
        "L'armée a bombardé un village près de la frontière, selon les habitants.",
        "Le président rencontre son homologue turc",
        "Douze civils tués dans une frappe aérienne",
    ],
    "Spanish": [
        "El ejército bombardeó una aldea cerca de la frontera y mató a doce personas.",
        "Doce civiles muertos en un ataque aéreo",
        "Protestas contra el gobierno dejan tres muertos",
    ],
    "Portuguese": [
        "O exército bombardeou uma aldeia perto da fronteira e matou doze pessoas.",
        "Doze civis mortos num ataque aéreo",
    ],
    "Italian": [
        "L'esercito ha bombardato un villaggio vicino al confine, uccidendo dodici persone.",
        "Dodici civili uccisi in un raid aereo",
    ],
    "Dutch": [
        "Het leger heeft een dorp bij de grens beschoten, zei een woordvoerder.",
        "Twaalf burgers gedood bij een luchtaanval",
    ],
    "Turkish": [
        "Ordu sınırdaki bir köyü bombaladı ve on iki kişi öldü.",
        "Bakan, saldırıda çok sayıda sivilin yaralandığını söyledi.",
    ],
    "Polish": [
        "Wojsko ostrzelało wioskę przy granicy, zginęło dwanaście osób.",
        "Minister powiedział, że nie będzie rozmów z rebeliantami.",
    ],
    "Romanian": ["Armata a bombardat un sat de lângă graniță, au spus localnicii."],
    "Swedish": ["Armén besköt en by nära gränsen och tolv personer dödades."],
    "Hungarian": ["A hadsereg egy falut lőtt a határ közelében, mondta a rendőrség."],
    "Czech": ["Armáda ostřelovala vesnici u hranic, uvedl mluvčí ministerstva, který to viděl."],
    "Croatian": [
        "Vojska je granatirala selo kod granice, rekao je glasnogovornik koji je bio tamo."
    ],
    "Indonesian": ["Tentara menembaki sebuah desa di dekat perbatasan dan dua belas orang tewas."],
    "Swahili": ["Jeshi lilishambulia kijiji karibu na mpaka, watu kumi na wawili walisema."],
    "Cyrillic script": [
        "Армия обстреляла деревню у границы, погибли двенадцать человек.",
        "Армія обстріляла село біля кордону, загинули дванадцять людей.",
    ],
    "Arabic script": [
        "قصف الجيش قرية قرب الحدود وقتل اثني عشر شخصا.",
        "ارتش روستایی را بمباران کرد",
    ],
    "Chinese script": ["军队炮击了边境附近的一个村庄,造成十二人死亡。"],
    "Hebrew script": ["הצבא הפגיז כפר ליד הגבול ושנים עשר בני אדם נהרגו."],
    "Greek script": ["Ο στρατός βομβάρδισε ένα χωριό κοντά στα σύνορα."],
    "Devanagari script": ["सेना ने सीमा के पास एक गाँव पर गोलाबारी की"],
}

ENGLISH = {
    "plain": "The army shelled a village near the border, killing twelve people.",
    "headline": "Army shells border village, 12 dead",
    "headline without small words": "Rebels seize Harim crossing",
    "headline in capitals": "ARMY SHELLS VILLAGE NEAR BORDER",
    "homographs of German": "Rebels die in Homs attack as war hits men in arms",
    "homographs of Dutch": "Ministers met over the door of the hall and had no deal",
    "names only": "Kim Jong Un, Xi Jinping, Vladimir Putin, Narendra Modi",
    "places only": "Syria: Aleppo, Homs, Hama, Idlib, Deir ez-Zor",
    "French names": "Le Pen, Mélenchon trade barbs ahead of Sunday vote",
    "Spanish names": "Luis de la Cruz, María del Carmen and José de San Martín killed",
    "Portuguese names": "Lula da Silva sworn in as Brazil president",
    "Dutch and German names": "Van der Bellen swears in Kurz as chancellor",
    "Arabic names": "Osama bin Laden tape surfaces, Al Jazeera says",
    "Turkish names": "Erdoğan, Aliyev, Pashinyan hold Ankara summit",
    "name of a group": "Cártel de Jalisco Nueva Generación gunmen attacked police",
    "accented loans": "Fiancé naïve, protégé says after coup d'état",
    "Latin loans": "Taliban de facto authorities ban women per se",
    "quote in Spanish": "“No hay paz,” the mayor of Cali said.",
    "quote in French": "He shouted “vive la France, à bas le roi” before soldiers shot him.",
    "contractions": "They've said it's over and we're leaving.",
    "name in its own script": "Zelensky (Зеленський) met Xi (习近平) in Paris, his office said.",
    "address": "https://www.example.com/en/la/de/los/y/el/que.html",
}


@pytest.mark.parametrize(
    ("text", "language"), [(text, name) for name, texts in FOREIGN.items() for text in texts]
)
def test_foreign_text_is_named(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_text_is_english(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize("text", ["", "Rebels fled.", "Al Qaeda", "12 345", "Où es-tu ?"])
def test_too_short_to_tell_is_taken_for_english(text: str) -> None:
    assert foreign_language(text) is None


def test_english_article_with_foreign_quotes_is_english() -> None:
    quote = "“No queremos más violencia en nuestra tierra, ni muertos ni heridos,” she said. "
    assert foreign_language(ENGLISH["plain"] * 2 + quote) is None


def test_foreign_article_with_english_quotes_is_foreign() -> None:
    assert foreign_language(" ".join(FOREIGN["German"]) + " “We are leaving now.”") == "German"


def test_typographic_apostrophes_count_like_others() -> None:
    text = FOREIGN["French"][0]
    assert foreign_language(text.replace("'", "’")) == "French"


def test_language_that_no_list_knows_is_another() -> None:
    text = "Vyriausybė antradienį aptarė pasienio kaimų padėtį"
    assert foreign_language(text) == "another language"


@given(st.text(st.characters()))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(foreign_language(text), str | None)
