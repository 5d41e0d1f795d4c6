#pragma once
// One element of an XML file with all that is in it, for formats in which an article is a tree of
// parts. Names are local ones: namespaces are dropped.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xml_pull.hpp"

namespace morgue::formats {

class XmlTree;

// An element of a tree, or none: a none has no name, no attributes, no children and no text. A
// handle, valid as long as its tree.
class XmlElement {
public:
    XmlElement() = default;
    XmlElement(const XmlTree& tree, std::uint32_t node) : tree_(&tree), node_(node) {}

    explicit operator bool() const { return tree_ != nullptr; }
    bool operator==(const XmlElement&) const = default;

    std::string_view name() const;
    // Empty if there is none.
    std::string_view attribute(std::string_view name) const;

    // The first child of this name.
    XmlElement child(std::string_view name) const;
    // Down a path of first children: "head/docdata/doc-id".
    XmlElement at(std::string_view path) const;
    // The first element of this name within, at any depth, in document order.
    XmlElement find(std::string_view name) const;
    // All of them.
    std::vector<XmlElement> all(std::string_view name) const;
    // Children of this name; of any name where it is empty.
    std::vector<XmlElement> children(std::string_view name = {}) const;

    const XmlTree& tree() const { return *tree_; }
    std::uint32_t node() const { return node_; }

private:
    const XmlTree* tree_ = nullptr;
    std::uint32_t node_ = 0;
};

class XmlTree {
public:
    // The nodes in document order: those within a node follow it, up to its `end`.
    struct Node {
        std::uint32_t begin, size;  // in the pool: the name of an element, or a text
        std::uint32_t end;          // the node after all that is in it
        std::uint32_t attributes, attribute_count;
        bool is_text;
    };

    // Reads on to the end of the element that `start`, just pulled, begins; where the file breaks
    // off before, what there is. Throws core::BadInput "item-too-large" beyond 64 MiB.
    XmlTree(XmlPull& pull, const XmlEvent& start);
    XmlTree(const XmlTree&) = delete;
    XmlTree& operator=(const XmlTree&) = delete;

    XmlElement root() const { return {*this, 0}; }
    const std::vector<Node>& nodes() const { return nodes_; }
    // The name of an element, or what a text says.
    std::string_view string(const Node& node) const { return view(node.begin, node.size); }
    std::string_view attribute(const Node& node, std::string_view name) const;
    // xml:base as it holds for the root.
    const std::string& base() const { return base_; }

private:
    struct Attribute {
        std::uint32_t name, name_size, value, value_size;  // in the pool
    };

    std::string_view view(std::uint32_t begin, std::uint32_t size) const {
        return std::string_view(pool_).substr(begin, size);
    }
    void open(const XmlEvent& start);
    std::uint32_t keep(std::string_view text);
    void check_size() const;

    std::string pool_;
    std::vector<Node> nodes_;
    std::vector<Attribute> attributes_;
    std::string base_;
};

}  // namespace morgue::formats
