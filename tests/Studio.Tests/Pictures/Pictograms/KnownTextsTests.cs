using TemporalVideo.Studio.Pictures.Pictograms.Senses;

namespace TemporalVideo.Studio.Tests.Pictures.Pictograms;

public sealed class KnownTextsTests : IDisposable
{
    private static readonly string[] Texts = ["sun", "moon"];

    private readonly string _folder = Directory.CreateTempSubdirectory("known-texts").FullName;

    [Fact]
    public void Embed_SecondTime_ReadsWhatIsKept()
    {
        var model = new CountingEmbedder("one");
        var first = KnownTexts.Embed(model, Texts, _folder);

        KnownTexts.Embed(model, Texts, _folder).Should().BeEquivalentTo(first, options => options.WithStrictOrdering());
        model.Calls.Should().Be(1);
    }

    [Theory]
    [InlineData("other", "sun", "moon")]
    [InlineData("one", "sun", "star")]
    public void Embed_OtherModelOrTexts_IsComputedAnew(string identity, params string[] texts)
    {
        KnownTexts.Embed(new CountingEmbedder("one"), Texts, _folder);
        var model = new CountingEmbedder(identity);

        KnownTexts.Embed(model, texts, _folder);

        model.Calls.Should().Be(1);
    }

    [Fact]
    public void Embed_FileThatIsNotWhole_IsComputedAnew()
    {
        KnownTexts.Embed(new CountingEmbedder("one"), Texts, _folder);
        File.WriteAllBytes(Directory.GetFiles(_folder).Single(), [1, 2, 3, 4, 5]);
        var model = new CountingEmbedder("one");

        KnownTexts.Embed(model, Texts, _folder).Should().HaveCount(2);
        model.Calls.Should().Be(1);
    }

    [Fact]
    public void Embed_FolderThatCannotBe_Computes() =>
        KnownTexts.Embed(new CountingEmbedder("one"), Texts, Path.Combine(typeof(KnownTexts).Assembly.Location, "no-folder"))
            .Should().HaveCount(2);

    [Fact]
    public void Embed_TextsTogetherOrAlone_HaveTheSameVectors()
    {
        string[] texts = ["A prism parts the colours", "Rain", "The roots of the equation", "Snow"];

        var together = SentenceModel.Shipped.Value.Embed(texts);

        texts.Select(text => SentenceModel.Shipped.Value.Embed([text])[0]).Zip(together)
            .Should().OnlyContain(pair => pair.First.Zip(pair.Second).All(x => Math.Abs(x.First - x.Second) < 1e-5));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class CountingEmbedder(string identity) : ITextEmbedder
    {
        public string Identity => identity;

        public int Calls { get; private set; }

        public IReadOnlyList<float[]> Embed(IReadOnlyList<string> texts)
        {
            Calls++;
            return [.. texts.Select(text => new float[] { text.Length, text[0] })];
        }
    }
}
