#include "index/glass/version.hpp"

#include <sys/random.h>

#include <algorithm>

#include "core/files.hpp"
#include "index/glass/damage.hpp"

namespace morgue::index::glass {

namespace {

constexpr std::string_view version_file = "iamglass";
constexpr std::size_t uuid_bytes = 16;

// A random UUID (RFC 4122, version 4).
std::string new_uuid(const std::filesystem::path& folder) {
    std::string uuid(uuid_bytes, '\0');
    if (::getrandom(uuid.data(), uuid.size(), 0) != ssize_t(uuid.size()))
        core::fail("draw random bytes for", folder);
    uuid[6] = char((uuid[6] & 0x0F) | 0x40);
    uuid[8] = char((uuid[8] & 0x3F) | 0x80);
    return uuid;
}

void put_root(std::string& out, TableKind kind, const Root& root) {
    const bool no_file = root.blocks == 0;
    put_uint(out, root.block);
    put_uint(out, root.level << 2 | 2 /* written in order */ | (no_file ? 1 : 0));
    put_uint(out, root.entries);
    put_uint(out, block_size >> 11);
    put_uint(out, shape(kind).compress_min);
    std::string free_blocks;  // none; but the list says how many blocks the file has
    if (!no_file) {
        put_uint(free_blocks, first_revision);
        put_uint(free_blocks, root.blocks);
        free_blocks.append(4, '\0');
    }
    put_string(out, free_blocks);
}

Root read_root(Decoder& in) {
    Root root;
    root.block = std::uint32_t(in.uint());
    const std::uint64_t bits = in.uint();
    root.level = unsigned(bits >> 2);
    root.entries = in.uint();
    if (in.uint() != block_size >> 11) damaged("its blocks have another size");
    in.uint();
    Decoder free_blocks(in.string());
    if (bits & 1) return root;
    free_blocks.uint();
    root.blocks = std::uint32_t(free_blocks.uint());
    return root;
}

}  // namespace

void Statistics::add_document(Docid docid, std::uint64_t length) {
    ++documents;
    last = std::max(last, docid);
    total_length += length;
    longest = std::max(longest, length);
    if (length && (!shortest || length < shortest)) shortest = length;
}

// Magic, then the format's date: 2016-03-14.
std::string_view signature() {
    return {"\x0F\x0DXapian Glass\x04\x6E", 16};
}

void write_version(const std::filesystem::path& folder, const Roots& roots,
                   const Statistics& statistics) {
    std::string out(signature());
    out += new_uuid(folder);
    put_uint(out, first_revision);
    for (unsigned i = 0; i < table_count; ++i) put_root(out, TableKind(i), roots[i]);
    put_uint(out, statistics.documents);
    put_uint(out, statistics.last - statistics.documents);
    put_uint(out, statistics.shortest);
    const std::uint64_t most_wdf = std::min(statistics.most_wdf, statistics.longest);
    put_uint(out, most_wdf);
    put_uint(out, statistics.longest - most_wdf);
    put_uint(out, 0);  // oldest changeset
    put_uint(out, statistics.total_length);
    put_uint(out, 0);  // most frequent word of the spelling table
    core::write_file(folder / version_file, out);
}

Version read_version(const std::filesystem::path& folder) {
    const core::MappedFile file(folder / version_file);
    Decoder in(file.bytes());
    if (in.bytes(signature().size()) != signature()) damaged("its format is not known here");
    in.bytes(uuid_bytes);
    in.uint();
    Version out;
    for (Root& root : out.roots) root = read_root(in);
    Statistics& statistics = out.statistics;
    statistics.documents = in.uint();
    statistics.last = Docid(statistics.documents + in.uint());
    statistics.shortest = in.uint();
    statistics.most_wdf = in.uint();
    statistics.longest = statistics.most_wdf + in.uint();
    in.uint();
    statistics.total_length = in.uint();
    return out;
}

std::optional<Version> find_version(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / version_file)) return std::nullopt;
    if (!core::MappedFile(folder / version_file).bytes().starts_with(signature()))
        return std::nullopt;
    return read_version(folder);
}

}  // namespace morgue::index::glass
