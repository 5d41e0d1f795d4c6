#pragma once
// The plain text of a part of an HTML tree.
#include <functional>
#include <string>

#include "extract/html_tree.hpp"

namespace morgue::extract {

// Never text for a reader: scripts, styles, forms' controls, frames, pictures.
bool is_invisible(Tag tag);

// Whether the page itself hides the element (hidden, style="display:none").
bool is_hidden(const HtmlTree& tree, NodeId id);

// The text of a node, white space collapsed, on one line.
std::string line_text(const HtmlTree& tree, NodeId id);

// The same of a small element, whatever a hostile page hides in it; empty if it is larger.
std::string label_text(const HtmlTree& tree, NodeId id, NodeId most_nodes);

// The text of a node with paragraphs parted by one blank line, and the lines of lists, tables and
// verse by a line end; <pre> as it is, which may have to be tidied. Nodes for which `leave_out`
// holds are passed over with all they hold.
std::string paragraphs_text(const HtmlTree& tree, NodeId id,
                            const std::function<bool(NodeId)>& leave_out = nullptr);

}  // namespace morgue::extract
