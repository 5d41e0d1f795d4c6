#pragma once
// Looks single entries up in a table, whoever wrote it: a walk down the mapped tree. Every offset
// is checked: a damaged block is thrown as Error::Kind::corrupt.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/files.hpp"
#include "index/glass/table.hpp"

namespace morgue::index::glass {

class TableReader {
public:
    TableReader(const std::filesystem::path& folder, TableKind kind, const Root& root);

    // The tag of a key as it lies in the file; nothing if there is none. Valid until the next call.
    std::optional<std::string_view> find(std::string_view key);

private:
    struct Item {
        std::string_view tag;
        bool last_component;
    };

    std::string_view block(std::uint32_t number, unsigned level) const;
    std::optional<Item> find(std::string_view key, unsigned component) const;
    [[noreturn]] void fail(const char* what) const;

    std::string name_;
    Root root_;
    core::MappedFile file_;
    std::string joined_;  // of several components
};

}  // namespace morgue::index::glass
