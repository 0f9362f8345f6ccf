using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Configuration;

public sealed class ProviderSettingsTests
{
    private const string Yaml = "config/providers.yaml";

    [Fact]
    public void Read_ServiceNotEnabled_ChoosesOfflineAndSaysWhy()
    {
        using var folder = new ConfiguredFolder();

        var configuration = ProductConfiguration.Read(folder.Root, name => name == "OPENAI_API_KEY" ? "sk-planted" : null);

        configuration.Providers.Choices.Should().AllSatisfy(choice => choice.Provider.Should().Be("offline"));
        configuration.Providers.Choices.Where(choice => choice.Capability != "clips").Should()
            .AllSatisfy(choice => choice.Passed.Should().ContainSingle().Which.Should().Contain("it is not enabled"));
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Image, AgentName.Agent6).Should().Be(0);
    }

    [Fact]
    public void Read_NoKey_ChoosesOfflineAndSaysWhatToSet()
    {
        using var folder = new ConfiguredFolder();

        var configuration = ProductConfiguration.Read(folder.Root, name => name == "TEMPORAL_VIDEO_SERVICES" ? "openai" : null);

        configuration.Providers.Choices.Select(choice => choice.Text.Split(' ')[0]).Should().Equal("chat:", "images:", "clips:", "speech:");
        configuration.Providers.Choices.Where(choice => choice.Capability != "clips").Should().AllSatisfy(choice =>
            choice.Text.Should().Contain("offline").And.Contain("no key: set OPENAI_API_KEY"));
    }

    [Fact]
    public void Read_KeyInAFile_ChoosesTheServiceAtItsPriceAndShowsNoKey()
    {
        using var folder = new ConfiguredFolder();
        File.WriteAllText(folder.PathOf("secret"), "sk-planted\n");
        folder.Replace(Yaml, "key_file: \"\"", "key_file: secret").Replace(Yaml, "enabled: false", "enabled: true");

        var configuration = ProductConfiguration.Read(folder.Root, _ => null);

        configuration.Providers.Choices.Take(2).Select(choice => choice.Text)
            .Should().Equal("chat: openai (gpt-4.1-mini)", "images: openai (gpt-image-1)");
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Story, AgentName.Orchestrator).Should().Be(0.0176m);
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Image, AgentName.Agent6).Should().Be(0.022m, "three pictures go with it");
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Reference, AgentName.Agent2).Should().Be(0.011m);
        configuration.Pipeline.MaxReferences.Should().Be(3);
        configuration.Pipeline.ServiceTaskQueues.Should().HaveCount(6).And.Contain(PieceKind.Image, "video-openai");
        configuration.Providers.Services["openai"].Key!.Reveal().Should().Be("sk-planted");
        $"{configuration}".Should().NotContain("sk-planted");
    }

    [Fact]
    public void Read_ClipsByAService_AreFilmedThereAtTheirPrice()
    {
        using var folder = new ConfiguredFolder();
        folder.Replace(Yaml, "clips:\n  prefer: [offline]", "clips:\n  prefer: [openai, offline]")
            .Replace(Yaml, "enabled: false", "enabled: true").Replace(Yaml, "needs_key: true", "needs_key: false");

        var configuration = ProductConfiguration.Read(folder.Root, _ => null);

        configuration.Providers.Choices[2].Text.Should().Be("clips: openai (sora-2)");
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Footage, AgentName.Agent5).Should().Be(1.2m, "12 s are the most");
        configuration.Pipeline.ServiceTaskQueues.Should().Contain(PieceKind.Footage, "video-openai");
    }

    [Fact]
    public void Read_ClipsByAServiceAndScenesDrawnHere_SaysWhyNothingIsFilmed()
    {
        using var folder = new ConfiguredFolder();
        folder.Replace(Yaml, "clips:\n  prefer: [offline]", "clips:\n  prefer: [openai, offline]")
            .Replace(Yaml, "scenes: true", "scenes: false")
            .Replace(Yaml, "enabled: false", "enabled: true").Replace(Yaml, "needs_key: true", "needs_key: false");

        var configuration = ProductConfiguration.Read(folder.Root, _ => null);

        configuration.Providers.Choices[2].Text.Should().Contain("no service paints the scenes that it would set in motion");
        configuration.Pipeline.ServiceTaskQueues.Should().NotContainKey(PieceKind.Footage);
    }

    [Fact]
    public void Read_LengthsOfClipsThatAreNone_SaysWhatIsExpected()
    {
        using var folder = new ConfiguredFolder();
        folder.Replace(Yaml, "clips:\n  prefer: [offline]", "clips:\n  prefer: [openai, offline]")
            .Replace(Yaml, "seconds: [4, 8, 12]", "seconds: [4, long]");

        var reading = FluentActions.Invoking(() => ProductConfiguration.Read(folder.Root, _ => null));

        reading.Should().Throw<ConfigurationException>().Which.Message.Should().Contain("clips.options.openai.seconds")
            .And.Contain("found 'long'");
    }

    [Theory]
    [InlineData("references: 3", "references: 0")]
    [InlineData("scenes: true", "scenes: false")]
    public void Read_NothingToPaintScenesBy_CostsNothing(string from, string to)
    {
        using var folder = new ConfiguredFolder();
        folder.Replace(Yaml, from, to).Replace(Yaml, "enabled: false", "enabled: true")
            .Replace(Yaml, "needs_key: true", "needs_key: false");

        var pipeline = ProductConfiguration.Read(folder.Root, _ => null).Pipeline;

        pipeline.MaxReferences.Should().Be(0);
        pipeline.Prices.EstimateOf(PieceKind.Reference).Should().Be(0);
        pipeline.Prices.ChargeOf(PieceKind.Image, AgentName.Agent6).Should().Be(0.016m);
    }

    [Fact]
    public void Read_ModelThatTakesNoPictures_SaysWhatToChange()
    {
        using var folder = new ConfiguredFolder();
        folder.Replace(Yaml, "model: gpt-image-1", "model: dall-e-3").Replace(Yaml, "quality: low", "quality: standard")
            .Replace(Yaml, "[1536x1024, 1024x1536, 1024x1024]", "[1792x1024]");

        var reading = FluentActions.Invoking(() => ProductConfiguration.Read(folder.Root, _ => null));

        reading.Should().Throw<ConfigurationException>().Which.Message.Should().Contain("images.options.openai.references: expected 0");
    }

    [Fact]
    public void Read_SeveralFaults_TellsAllOfThem()
    {
        using var folder = new ConfiguredFolder();
        folder.Replace(Yaml, "model: gpt-image-1", "model: unpriced").Replace(Yaml, "circuit_failures: 2", "circuit_failures: 0")
            .Replace(Yaml, "prefer: [openai, offline]", "prefer: [openia]");

        var reading = FluentActions.Invoking(() => ProductConfiguration.Read(folder.Root, _ => null));

        reading.Should().Throw<ConfigurationException>().Which.Message
            .Should().Contain("circuit_failures").And.Contain("ends with offline").And.Contain("'openia' has no options");
    }

    [Fact]
    public void Read_ModelWithoutAPrice_NamesThePriceThatIsMissing()
    {
        using var folder = new ConfiguredFolder();
        folder.Replace(Yaml, "model: gpt-image-1", "model: unpriced");

        var reading = FluentActions.Invoking(() => ProductConfiguration.Read(folder.Root, _ => null));

        reading.Should().Throw<ConfigurationException>().Which.Message.Should().Contain("models.unpriced.low_1536x1024");
    }
}
