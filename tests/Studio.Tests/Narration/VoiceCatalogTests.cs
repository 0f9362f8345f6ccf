using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Tests.Narration;

public sealed class VoiceCatalogTests
{
    private static readonly VoiceCatalog Catalog = new(
        [
            (new Named("better", "en"), () => true),
            (new Named("absent", "en", "ja"), () => false),
            (new Named("wide", "en", "de", "pt"), () => true),
        ],
        () => [new Named("own", "ja"), new Named("mine", "en-GB"), new BrokenVoice("/voices/half", "model.onnx.json is missing.")]);

    [Theory]
    [InlineData("en", null, "better")]
    [InlineData("en-GB", null, "better")]
    [InlineData("pt-BR", null, "wide")]
    [InlineData("ja", null, "own")]
    [InlineData("en", "mine", "mine")]
    [InlineData("en", "WIDE", "wide")]
    public void Choose_LanguageAndName_TakesTheBestThatSpeaksIt(string language, string? name, string expected) =>
        Catalog.Choose(LanguageTag.Parse(language), name).Name.Should().Be(expected);

    [Theory]
    [InlineData("th", null, "*'th'*single Thai letters*voices/NAME*")]
    [InlineData("en", "nobody", "*no voice 'nobody'*better*")]
    [InlineData("en", "absent", "*no voice 'absent'*")]
    [InlineData("de", "mine", "*'mine' speaks en-GB*lesson is in 'de'*")]
    [InlineData("en", "half", "*/voices/half*model.onnx.json is missing*")]
    public void Choose_NoneThatSpeaksIt_SaysWhatWouldHelp(string language, string? name, string expected)
    {
        var choose = () => Catalog.Choose(LanguageTag.Parse(language), name);

        choose.Should().Throw<UnknownLanguageException>().WithMessage(expected);
    }

    [Fact]
    public void IdentityFor_VoiceLanguageOrSpeed_NamesAllOfThem()
    {
        var narrator = new Narrator(Catalog);
        SpeechManner[] manners = [new("en"), new("en", "mine"), new("en", "mine", 1.2), new("en-GB", "mine", 1.2)];

        manners.Select(narrator.IdentityFor).Should().OnlyHaveUniqueItems();
    }

    private sealed class Named(string name, params string[] languages) : IVoice
    {
        public string Name => name;

        public string Identity => name;

        public string Description => "";

        public IReadOnlyCollection<string> Languages => languages;

        public Task<Utterance> SpeakAsync(
            string sentence, LanguageTag language, double speed, string file, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
