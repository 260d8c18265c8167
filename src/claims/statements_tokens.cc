#include "claims/statements_tokens.h"

#include <string>

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr size_t letter = 2;  // bytes of an Arabic letter
constexpr uint32_t noun_classes = speech::role | speech::body | speech::unnamed | speech::media | speech::media_name |
                                  speech::platform | speech::content | speech::mute | speech::quoted |
                                  speech::audience | speech::kind;

class Analysis {
 public:
  Analysis(const Lexicon& lexicon) : vocabulary_(lexicon.vocabulary), speech_(lexicon.speech) {}

  void run(std::string_view folded, std::string_view written, const Word& word, bool name_begins, Token& token) const {
    token.plain = word.form_id;
    if (!told(token.plain) && !name_begins) take_conjunction(folded, word, token);
    token.classes = speech_.classes(token.plain);
    token.form = speech_.form(token.plain);
    // "نسبة" is not "نسبه": a ta marbuta is no pronoun.
    if (token.form && token.form->object_suffix && written.ends_with("ة")) token.form = nullptr;
    token.core = token.plain;
    if (!name_begins && token.classes == 0 && token.form == nullptr) take_preposition(folded, word, token);
    take_article(folded, token);
  }

 private:
  bool told(FormId id) const { return speech_.classes(id) != 0 || speech_.form(id) != nullptr; }

  void take_conjunction(std::string_view& folded, const Word& word, Token& token) const {
    const bool wa = folded.starts_with("و"), fa = folded.starts_with("ف");
    if ((!wa && !fa) || folded.size() < 3 * letter) return;
    const std::string_view rest = folded.substr(letter);
    const FormId id = vocabulary_.find(rest);
    const bool joined = (word.proclitics & proclitic::conjunction) != 0;
    const bool article = rest.starts_with("ال") && rest.size() > 3 * letter;
    if (!joined && !article && (token.plain != unknown_form || !told_deeply(rest, id))) return;
    token.clitics |= wa ? proclitic::wa : proclitic::fa;
    token.plain = id;
    folded = rest;
  }

  // Told by itself, or behind a preposition.
  bool told_deeply(std::string_view rest, FormId id) const {
    if (told(id)) return true;
    if (rest.size() < 3 * letter || !(rest.starts_with("ب") || rest.starts_with("ل"))) return false;
    return rest.starts_with("لل") || rest.starts_with("بال") || told(vocabulary_.find(rest.substr(letter)));
  }

  void take_preposition(std::string_view& folded, const Word& word, Token& token) const {
    static constexpr struct {
      std::string_view text;
      uint8_t bit;
    } known[] = {{"ب", proclitic::bi}, {"ل", proclitic::li}, {"ك", proclitic::ka}};
    for (const auto& one : known) {
      if (!folded.starts_with(one.text) || folded.size() < 3 * letter) continue;
      const std::string_view rest = folded.substr(letter);
      if (one.bit == proclitic::li && rest.starts_with("ل") && rest.size() > 2 * letter) {
        // "لل" is the preposition and the article, written with one lam less.
        const std::string whole = "ا" + std::string(rest.empty() ? "" : "ل") + std::string(rest.substr(letter));
        token.clitics |= proclitic::li | proclitic::al;
        token.core = vocabulary_.find(rest.substr(letter));
        token.classes |= (speech_.classes(token.core) | speech_.classes(vocabulary_.find(whole))) & noun_classes;
        folded = rest.substr(letter);
        return;
      }
      const FormId id = vocabulary_.find(rest);
      const bool article = rest.starts_with("ال") && rest.size() > 3 * letter;
      const bool joined = (word.proclitics & one.bit) != 0;
      if (!joined && !article && (token.plain != unknown_form || !told(id))) continue;
      token.clitics |= one.bit;
      token.core = id;
      token.classes |= speech_.classes(id) & noun_classes;
      folded = rest;
      return;
    }
  }

  void take_article(std::string_view folded, Token& token) const {
    if (!folded.starts_with("ال") || folded.size() < 4 * letter) return;
    token.clitics |= proclitic::al;
    token.core = vocabulary_.find(folded.substr(2 * letter));
    token.classes |= speech_.classes(token.core) & noun_classes;
  }

  const Vocabulary& vocabulary_;
  const SpeechLexicon& speech_;
};

void mark_mentions_and_times(const Document& document, TokenStream& stream) {
  for (uint32_t index = 0; index < document.mentions.size(); ++index) {
    const Range range = words_in(document, document.mentions[index].span);
    for (uint32_t at = range.first; at < range.last; ++at) stream.tokens[at].mention = index;
  }
  for (const Time& time : document.times) {
    if (time.type == TimeType::duration) continue;
    const Range range = words_in(document, time.span);
    for (uint32_t at = range.first; at < range.last; ++at) stream.tokens[at].time_end = range.last;
  }
}

// A personal name of several words begins here, and the word is written as the names write it, without hamza.
bool begins_longer_name(const Document& document, const TokenStream& stream, uint32_t at) {
  const Mention& mention = document.mentions[stream[at].mention];
  const Range range = words_in(document, mention.span);
  return mention.type == MentionType::person && range.first == at && range.size() > 1 &&
         stream.bytes(at) == stream.folded(at);
}

// A known verb form is no name where only its place made it one: alone, at the border of the name, or where a clause
// begins.
void drop_verbs_taken_for_names(const Document& document, TokenStream& stream) {
  for (uint32_t at = 0; at < stream.size(); ++at) {
    Token& token = stream.tokens[at];
    if (token.mention == none) continue;
    constexpr uint32_t never_in_names = speech::complementizer | speech::relative | speech::negation | speech::saying;
    if (begins_longer_name(document, stream, at)) token.classes &= ~speech::complementizer;  // "فان" is no "فإن" here
    if (token.is(never_in_names)) token.mention = none;
    if (token.mention == none || !(token.form || token.is(speech::act))) continue;
    const Mention& mention = document.mentions[token.mention];
    const Range range = words_in(document, mention.span);
    const bool titled = at > 0 && stream[at - 1].is(speech::role) && at == range.first;
    const bool inner = at > range.first && at + 1 < range.last;
    const bool alone = range.size() == 1;
    if ((alone || mention.known_id.empty()) && !inner && !titled) token.mention = none;
  }
}

// A full stop behind one or two letters belongs to an abbreviated name ("م. س. فلان"), one behind a tatweel to a word
// that is written so as not to be found ("قتـ.ـلى").
bool abbreviates(const TokenStream& stream, uint32_t at) {
  if (stream[at].mark != U'.' || at == 0 || stream.word(at).space_before || !stream[at - 1].arabic) return false;
  if (stream.bytes(at - 1).ends_with("ـ")) return true;
  const bool touches_digits =
      at > 1 && stream.word(at - 2).kind == WordKind::digits && !stream.word(at - 1).space_before;
  if (touches_digits) return false;  // "عام 2014م."
  return stream.folded(at - 1).size() <= 2 * letter;
}

}  // namespace

TokenStream read_tokens(const Document& document, const Lexicon& lexicon) {
  TokenStream stream;
  stream.document = &document;
  stream.lexicon = &lexicon.speech;
  stream.tokens.resize(document.words.size());
  const Analysis analysis(lexicon);
  mark_mentions_and_times(document, stream);
  for (uint32_t at = 0; at < stream.size(); ++at) {
    const Word& word = document.words[at];
    Token& token = stream.tokens[at];
    // What looks like a joined letter belongs to the name where the name begins with it.
    const bool name_begins = token.mention != none && document.mentions[token.mention].span.start == word.span.start;
    token.arabic = word.kind == WordKind::arabic;
    constexpr uint32_t personal = name_class::given | name_class::family;
    token.name_word =
        ((lexicon.names.classes_of(word.base_id) | lexicon.names.classes_of(word.stem_id)) & personal) != 0;
    if (token.arabic)
      analysis.run(document.folded_form(word), document.bytes(word.span), word, name_begins, token);
    else if (word.kind == WordKind::punctuation || word.kind == WordKind::symbol)
      token.mark = code_point_at(document.text, word.span.start).value;
  }
  drop_verbs_taken_for_names(document, stream);
  for (const Sentence& sentence : document.sentences) {
    if (sentence.words.empty()) continue;
    const uint32_t last = sentence.words.last - 1;
    const bool line_end = last + 1 == stream.size() || sentence.span.end >= document.lines[sentence.line].span.end;
    stream.tokens[last].sentence_end = line_end || !abbreviates(stream, last);
  }
  return stream;
}

}  // namespace isnad
