"""What stands on a web page and is not the article: taken out of its tree before the text is.

trafilatura knows the furniture of many sites, but keeps it when it outweighs the article, and keeps what stands
inside the article: links to other stories between two paragraphs, captions. These carry other incidents' figures.
"""

from __future__ import annotations

import re
from typing import Any

Element = Any  # an element of lxml, which comes without types

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-?list)?|disqus|related|recommend(?:ed|ations?)|(?:most|also)-?(?:read|viewed|popular)"
    r"|read-?(?:also|more|next)|more-?(?:stories|from|on)|trending|popular|latest|teasers?|promo|outbrain|taboola"
    r"|sponsored|adverts?|advertisement|ads?|newsletter|subscribe|signup|paywall|cookies?|consent|gdpr|breadcrumbs?"
    r"|social|sharing|share|sidebar|ticker|caption(?:-text)?|image-credit|photo-credit)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"comment|disqus", re.IGNORECASE)
_BODY = re.compile(
    r"article[-_]{0,2}(?:body|content|text)|(?:entry|post|story|page)[-_]?(?:content|body)", re.IGNORECASE
)
_ALWAYS = ".//nav | .//aside | .//footer | .//figcaption | .//button | .//dialog"
_BY_ROLE = ".//*[@role='navigation' or @role='complementary' or @role='contentinfo' or @role='dialog']"
_BY_NAME = ".//*[(@class or @id) and not(self::html or self::body or self::main or self::h1)]"
_BLOCKS = frozenset({
    "p", "li", "ul", "ol", "dl", "table", "td", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "article",
    "blockquote", "main", "body",
})  # fmt: skip
_LEAD_IN = re.compile(
    r"(?:also |please )?(?:read|see|watch|listen|view)(?: (?:also|more|next|this|here|now))?|related(?: \w+)?"
    r"|more(?: (?:on|from|about)(?: \w+){1,3}| \w+)?|don['’]?t miss|in (?:pictures|video|depth)|recommended"
    r"|explainer|opinion|analysis|background|live|video|photos?|gallery|editor['’]s pick",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_AS_WRITTEN = frozenset({"pre", "textarea", "script", "style"})
MAX_SHARE = 0.5
"""Share of a page's paragraphs above which a block is no furniture, whatever its name. Comments may exceed it."""
MAX_LABEL = 4
"""Words that may stand before the link of a line like 'Also read: (link)'; a sentence has more of its own."""


def strip_furniture(tree: Element) -> None:
    """Afterwards the tree has no menus, asides, captions, comments, promotions or lines that only link away."""
    _unwrap_layout_tables(tree)
    for element in tree.xpath(f"{_ALWAYS} | {_BY_ROLE}"):
        _drop(element)
    enough = MAX_SHARE * _length(tree)
    for element in tree.xpath(_BY_NAME):
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if _FURNITURE.search(name) and (_COMMENTS.search(name) or _length(element) <= enough):
            _drop(element)
    for link in tree.xpath(".//a[@href]"):
        if _between_line_breaks(link):
            _drop(link)
    for line, links in _linked_lines(tree).items():
        if _only_links_away(line, links):
            _drop(line)


def flow_lines(tree: Element) -> None:
    """Afterwards a line end in the page's source is a space, as browsers show it; <br> still ends a line."""
    for element in tree.iter():
        if element.text and "\n" in element.text and element.tag not in _AS_WRITTEN:
            element.text = _SPACE.sub(" ", element.text)
        if element.tail and "\n" in element.tail:
            element.tail = _SPACE.sub(" ", element.tail)


def _drop(element: Element) -> None:
    if element.getparent() is not None and not _holds_article(element):
        element.drop_tree()


def _length(element: Element) -> int:
    """Characters in paragraphs."""
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _holds_article(element: Element) -> bool:
    if element.xpath("boolean(descendant-or-self::h1 | descendant-or-self::*[@itemprop='articleBody'])"):
        return True
    names = (
        f"{e.get('class', '')} {e.get('id', '')}" for e in element.xpath("descendant-or-self::*[@class or @id]")
    )
    return any(map(_BODY.search, names))


def _between_line_breaks(link: Element) -> bool:
    """True for a link that is a line of its own in a text whose lines end with <br>."""
    before, after = link.getprevious(), link.getnext()
    return (
        before is not None and before.tag == "br" and not (before.tail or "").strip()
        and after is not None and after.tag == "br" and not (link.tail or "").strip()
    )  # fmt: skip


def _linked_lines(tree: Element) -> dict[Element, list[Element]]:
    """The lines (blocks without blocks inside) that hold links, each with its links."""
    lines: dict[Element, list[Element]] = {}
    for link in tree.xpath(".//a[@href]"):
        block = next(link.iterancestors(*_BLOCKS), None)
        if block is not None:
            lines.setdefault(block, []).append(link)
    return {line: links for line, links in lines.items() if next(line.iterdescendants(*_BLOCKS), None) is None}


def _only_links_away(line: Element, links: list[Element]) -> bool:
    """True for a line that is one link, with at most a few words before it ('Also read: Ferry sinks, 91 dead')."""
    text = " ".join(line.text_content().split())
    linked = " ".join(" ".join(link.text_content().split()) for link in links)
    if not linked or not text.endswith(linked):
        return False
    label = text.removesuffix(linked).rstrip()
    words = label.strip(" :|-–—»›>•·*[(").strip()
    if not words:
        return True
    return len(words.split()) <= MAX_LABEL and (
        label.endswith((":", "|", "»", "›", ">")) or bool(_LEAD_IN.fullmatch(words))
    )


def _unwrap_layout_tables(tree: Element) -> None:
    """Old pages lay out their menu, article and footer in a table: its cells become blocks of their own."""
    layout = ".//table[.//table or .//h1 or .//h2 or .//h3 or .//td[count(.//p) > 1]]"
    for table in tree.xpath(layout):
        for part in table.xpath(
            "descendant-or-self::*[self::table or self::tbody or self::tr or self::td or self::th]"
        ):
            if part is table or next(part.iterancestors("table"), table) is table:
                part.tag = "div"
