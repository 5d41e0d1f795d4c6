#include "formats/xml_tree.hpp"

#include <utility>

#include "core/bad_input.hpp"

namespace morgue::formats {

namespace {

constexpr std::size_t most_bytes = std::size_t(64) << 20;

}  // namespace

// ---- elements

std::string_view XmlElement::name() const {
    return tree_ == nullptr ? std::string_view() : tree_->string(tree_->nodes()[node_]);
}

std::string_view XmlElement::attribute(std::string_view name) const {
    if (tree_ == nullptr) return {};
    return tree_->attribute(tree_->nodes()[node_], name);
}

XmlElement XmlElement::child(std::string_view name) const {
    if (tree_ == nullptr) return {};
    const auto& nodes = tree_->nodes();
    for (std::uint32_t at = node_ + 1; at < nodes[node_].end; at = nodes[at].end)
        if (!nodes[at].is_text && tree_->string(nodes[at]) == name) return {*tree_, at};
    return {};
}

XmlElement XmlElement::at(std::string_view path) const {
    XmlElement element = *this;
    while (element && !path.empty()) {
        const std::size_t slash = path.find('/');
        element = element.child(path.substr(0, slash));
        path.remove_prefix(slash == path.npos ? path.size() : slash + 1);
    }
    return element;
}

XmlElement XmlElement::find(std::string_view name) const {
    if (tree_ == nullptr) return {};
    const auto& nodes = tree_->nodes();
    for (std::uint32_t at = node_ + 1; at < nodes[node_].end; ++at)
        if (!nodes[at].is_text && tree_->string(nodes[at]) == name) return {*tree_, at};
    return {};
}

std::vector<XmlElement> XmlElement::all(std::string_view name) const {
    std::vector<XmlElement> found;
    if (tree_ == nullptr) return found;
    const auto& nodes = tree_->nodes();
    for (std::uint32_t at = node_ + 1; at < nodes[node_].end; ++at)
        if (!nodes[at].is_text && tree_->string(nodes[at]) == name) found.emplace_back(*tree_, at);
    return found;
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
    std::vector<XmlElement> found;
    if (tree_ == nullptr) return found;
    const auto& nodes = tree_->nodes();
    for (std::uint32_t at = node_ + 1; at < nodes[node_].end; at = nodes[at].end)
        if (!nodes[at].is_text && (name.empty() || tree_->string(nodes[at]) == name))
            found.emplace_back(*tree_, at);
    return found;
}

// ---- the tree

XmlTree::XmlTree(XmlPull& pull, const XmlEvent& start) : base_(pull.base()) {
    open(start);
    std::vector<std::uint32_t> path{0};
    while (!path.empty()) {
        const XmlEvent& event = pull.next();
        switch (event.kind) {
            case XmlEvent::Kind::start:
                path.push_back(std::uint32_t(nodes_.size()));
                open(event);
                break;
            case XmlEvent::Kind::text: {
                const auto next = std::uint32_t(nodes_.size() + 1);
                const auto size = std::uint32_t(event.text.size());
                nodes_.push_back({keep(event.text), size, next, 0, 0, true});
                break;
            }
            case XmlEvent::Kind::end:
                nodes_[path.back()].end = std::uint32_t(nodes_.size());
                path.pop_back();
                break;
            case XmlEvent::Kind::done:
                for (const std::uint32_t node : std::exchange(path, {}))
                    nodes_[node].end = std::uint32_t(nodes_.size());
                break;
        }
        check_size();
    }
}

void XmlTree::open(const XmlEvent& start) {
    const auto first = std::uint32_t(attributes_.size());
    for (const XmlAttribute& attribute : start.attributes)
        attributes_.push_back({keep(attribute.name), std::uint32_t(attribute.name.size()),
                               keep(attribute.value), std::uint32_t(attribute.value.size())});
    const auto count = std::uint32_t(start.attributes.size());
    nodes_.push_back({keep(start.name), std::uint32_t(start.name.size()), 0, first, count, false});
}

std::uint32_t XmlTree::keep(std::string_view text) {
    const auto at = std::uint32_t(pool_.size());
    pool_ += text;
    return at;
}

void XmlTree::check_size() const {
    const std::size_t bytes =
        pool_.size() + nodes_.size() * sizeof(Node) + attributes_.size() * sizeof(Attribute);
    if (bytes > most_bytes)
        throw core::BadInput("item-too-large",
                             "<" + std::string(root().name()) + "> holds more than 64 MiB");
}

std::string_view XmlTree::attribute(const Node& node, std::string_view name) const {
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
        const Attribute& each = attributes_[node.attributes + i];
        if (view(each.name, each.name_size) == name) return view(each.value, each.value_size);
    }
    return {};
}

}  // namespace morgue::formats
