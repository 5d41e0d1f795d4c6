#include <unistd.h>

#include "core/files.hpp"
#include "index/glass/version.hpp"
#include "index/guard.hpp"
#include "index/segment_writer.hpp"

namespace morgue::index {

namespace {

namespace fs = std::filesystem;

// Whether the Xapian that is linked makes databases of the format that GlassWriter writes: it says
// so in the first bytes of the version file of a new one.
bool linked_xapian_writes_glass() {
    std::string folder = (fs::temp_directory_path() / "morgue-probe-XXXXXX").string();
    if (!::mkdtemp(folder.data())) return false;
    bool same = false;
    try {
        Xapian::WritableDatabase(
            folder, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS)
            .commit();
        const core::MappedFile version(fs::path(folder) / "iamglass");
        same = version.bytes().starts_with(glass::signature());
    } catch (const Xapian::Error&) {
    } catch (const Error&) {
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return same;
}

}  // namespace

std::unique_ptr<SegmentWriter> best_writer() {
    static const bool glass = linked_xapian_writes_glass();
    return glass ? glass_writer() : portable_writer();
}

}  // namespace morgue::index
