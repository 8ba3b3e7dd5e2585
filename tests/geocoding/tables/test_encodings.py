import pytest

from geocoding.tables.encodings import decode_text, detect_encoding

TEXTS = [
    pytest.param("Żłobek; Łódź; łódzkie", id="names"),
    pytest.param("GMINA ŻÓRAWINA, UL. ŚWIĘTEJ JADWIGI", id="upper case"),
    pytest.param("Zażółć gęślą jaźń", id="all letters"),
    pytest.param("„Święto” – ul. Dąbrowskiego 5", id="typography"),
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1250", "iso8859-2", "cp852", "mac_latin2"],
)
def test_a_polish_text_is_read_in_each_encoding(text: str, encoding: str) -> None:
    plain = (
        text
        if encoding.startswith(("utf", "cp1250", "mac"))
        else text.translate(str.maketrans("„”–", '""-'))
    )
    assert decode_text(plain.encode(encoding)) == plain


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("utf-8", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp1250", "Windows-1250"),
        ("iso8859-2", "ISO 8859-2"),
        ("cp852", "CP852 (DOS)"),
        ("mac_latin2", "Mac Central European"),
    ],
)
def test_an_encoding_has_a_name_for_people(encoding: str, label: str) -> None:
    assert detect_encoding(["Łąka, Żory, Święta".encode(encoding)]).label == label


def test_a_character_may_be_cut_between_blocks() -> None:
    content = "Łódź".encode()
    assert detect_encoding([content[:1], content[1:]]).name == "utf-8"
    assert detect_encoding([content[:-1]]).name != "utf-8"
