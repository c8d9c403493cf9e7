"""From characters at places to the text of a document: lines, columns, tables, paragraphs. PDF and OFD share it."""
