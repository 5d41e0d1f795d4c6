#pragma once
// Archives and compressed files for tests, made in memory.
#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <vector>

namespace morgue {

struct TestMember {
    std::string name, content;
    std::string link_to = {};  // a symbolic link, then
};

// `kind`: "tar", "zip", "zip-encrypted", or a compression ("gzip", "bzip2", "xz", "zstd") of the
// first member's content alone; "tar.gzip" and so on: both.
inline std::string packed(const std::string& kind, const std::vector<TestMember>& members) {
    archive* out = archive_write_new();
    const std::string filter = kind.starts_with("tar.") ? kind.substr(4) : kind;
    if (kind.starts_with("tar")) {
        archive_write_set_format_pax_restricted(out);
    } else if (kind.starts_with("zip")) {
        archive_write_set_format_zip(out);
    } else {
        archive_write_set_format_raw(out);
    }
    if (filter != "tar" && !filter.starts_with("zip"))
        archive_write_add_filter_by_name(out, filter.c_str());
    if (kind == "zip-encrypted") {
        archive_write_set_options(out, "zip:encryption=traditional");
        archive_write_set_passphrase(out, "secret");
    }
    archive_write_set_bytes_in_last_block(out, 1);
    std::string bytes(std::size_t(8) << 20, '\0');
    std::size_t used = 0;
    archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
    for (const TestMember& member : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.c_str());
        archive_entry_set_filetype(entry, member.link_to.empty() ? AE_IFREG : AE_IFLNK);
        if (!member.link_to.empty()) archive_entry_set_symlink(entry, member.link_to.c_str());
        archive_entry_set_size(entry, la_int64_t(member.content.size()));
        archive_write_header(out, entry);
        archive_write_data(out, member.content.data(), member.content.size());
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    bytes.resize(used);
    return bytes;
}

}  // namespace morgue
