#include "store/compress.hpp"

#include <zstd.h>

#include <memory>
#include <morgue/error.hpp>
#include <new>

namespace morgue::store {

namespace {
constexpr int level = 3;
constexpr unsigned long long largest = 1ull << 30;  // bytes; no article is so long

struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};
}  // namespace

std::string compress(std::string_view text) {
    if (text.empty()) return {};
    thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context.get(), out.data(), out.size(), text.data(), text.size(), level);
    if (ZSTD_isError(size)) throw std::bad_alloc();
    out.resize(size);
    return out;
}

std::string decompress(std::string_view bytes) {
    if (bytes.empty()) return {};
    thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    const unsigned long long length = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (length <= largest) {
        std::string out(std::size_t(length), '\0');
        const std::size_t size =
            ZSTD_decompressDCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
        if (size == length) return out;
    }
    throw Error(Error::Kind::corrupt, "the text of an article is damaged",
                "morgue check finds which; restore articles.db from a backup");
}

}  // namespace morgue::store
