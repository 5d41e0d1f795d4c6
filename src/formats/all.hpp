#pragma once
// The formats that formats.cpp lists; each is defined in the file of its name.
#include "formats/reader.hpp"

namespace morgue::formats {

extern const Format text_format;
extern const Format html_format;
extern const Format rss_format;
extern const Format rdf_format;
extern const Format atom_format;
extern const Format json_feed_format;
extern const Format nitf_format;
extern const Format newsml1_format;
extern const Format newsml_g2_format;
extern const Format ninjs_format;
extern const Format iptc7901_format;
extern const Format anpa_format;
extern const Format jsonl_format;
extern const Format reuters_sgml_format;
extern const Format trec_format;
extern const Format csv_format;
extern const Format json_format;
extern const Format mbox_format;
extern const Format warc_format;

}  // namespace morgue::formats
