using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class LanguageTagTests
{
    private const string List = """
        Pty Language       Age/Gender VoiceName          File                 Other Languages
         5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)
         5  cmn-latn-pinyin --/M      Chinese_(Mandarin,_latin_as_Pinyin) sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
         5  de              --/M      German             gmw/de
         5  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
         5  en-us           --/M      English_(America)  gmw/en-US            (en 3)
         5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
         5  nb              --/M      Norwegian_Bokmål   gmq/nb               (no 5)
         5  pt              --/M      Portuguese_(Portugal) roa/pt               (pt-pt 5)
         5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 6)

        """;

    [Theory]
    [InlineData("en", "en")]
    [InlineData(" EN-gb ", "en-GB")]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData("de_DE.UTF-8", "de-DE")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("English", "en")]
    [InlineData("deutsch", "de")]
    [InlineData("Français", "fr")]
    public void TryParse_WhatPeopleWrite_IsUnderstood(string written, string expected)
    {
        LanguageTag.TryParse(written, out var tag).Should().BeTrue();
        tag!.Value.Should().Be(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("en/../../x")]
    [InlineData("en\nde")]
    [InlineData("e")]
    [InlineData("klingonese")]
    [InlineData("en;rm")]
    [InlineData("-w")]
    public void TryParse_AnythingElse_IsNoTag(string? written) => LanguageTag.TryParse(written, out _).Should().BeFalse();

    [Theory]
    [InlineData("en", "eng")]
    [InlineData("de-AT", "deu")]
    [InlineData("eo", "und")]
    public void Iso639_Tag_IsTheCodeOfMediaFiles(string tag, string code) => LanguageTag.Parse(tag).Iso639.Should().Be(code);

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("en", "en-gb")]
    [InlineData("en-US", "en-us")]
    [InlineData("pt", "pt")]
    [InlineData("pt-BR", "pt-br")]
    [InlineData("no", "nb")]
    [InlineData("fr-CA", "fr-fr")]
    [InlineData("zh", "cmn-latn-pinyin")]
    public async Task VoiceOfAsync_Language_IsOneOfTheList(string language, string voice) =>
        (await new EspeakVoices(_ => Task.FromResult(List)).VoiceOfAsync(LanguageTag.Parse(language), CancellationToken.None)).Should()
            .Be(voice);

    [Fact]
    public async Task VoiceOfAsync_LanguageWithoutVoice_NamesThoseThatThereAre()
    {
        var ask = () => new EspeakVoices(_ => Task.FromResult(List)).VoiceOfAsync(LanguageTag.Parse("eo"), CancellationToken.None);

        (await ask.Should().ThrowAsync<UnknownLanguageException>()).Which.Message.Should().Contain("'eo'").And.Contain("de, ");
    }
}
