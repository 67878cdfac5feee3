"""Paragraphs of documents as Markdown text, the form that headings and run-in leads are found in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_INDENT = re.compile(r"^[\u3000\u2002\u2003\xa0]{1,}")
_WHOLE_BOLD = 45  # characters: a longer paragraph that is bold all through is set so, not a heading


@dataclass
class Paragraph:
    """Runs of text, each bold or not; and the level of the heading that it is, 0 for none."""

    heading: int = 0
    indented: bool = False
    runs: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, text: str, bold: bool = False) -> None:
        """Append a run."""
        if text:
            self.runs.append((text, bold))

    def markdown(self) -> str:
        """One line; empty if there is nothing but blanks."""
        text = "".join(run for run, _ in self.runs)
        plain = text.strip()
        if not plain:
            return ""
        if self.heading:
            return f"{'#' * min(self.heading, 6)} {' '.join(plain.split())}"
        indent = "　　" if self.indented or _INDENT.match(text) else ""
        lead = self._bold_lead().strip()
        if len(lead) < 2 or (lead == plain and len(plain) > _WHOLE_BOLD) or not plain.startswith(lead):
            return indent + plain
        return f"{indent}**{lead}**{plain[len(lead) :].lstrip(' ')}"

    def _bold_lead(self) -> str:
        lead = []
        for run, bold in self.runs:
            if not bold and run.strip():
                break
            lead.append(run)
        return "".join(lead)


def table_row(cells: list[str]) -> str:
    """The cells of a row on one line; a bar keeps the numbers of neighbours apart."""
    return " | ".join(" ".join(cell.split()) for cell in cells)


def join(lines: list[str]) -> str:
    """Paragraphs to a text: an empty line between them, none between the rows of a table."""
    parts: list[str] = []
    for line in filter(None, lines):
        if parts:
            parts.append("\n" if " | " in line and " | " in parts[-1] else "\n\n")
        parts.append(line)
    return "".join(parts) + ("\n" if parts else "")
