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

        configuration.Providers.Choices.Should().AllSatisfy(choice => choice.Provider.Should().Be("offline"))
            .And.AllSatisfy(choice => choice.Passed.Should().ContainSingle().Which.Should().Contain("it is not enabled"));
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Image, AgentName.Agent6).Should().Be(0);
    }

    [Fact]
    public void Read_NoKey_ChoosesOfflineAndSaysWhatToSet()
    {
        using var folder = new ConfiguredFolder();

        var configuration = ProductConfiguration.Read(folder.Root, name => name == "TEMPORAL_VIDEO_SERVICES" ? "openai" : null);

        configuration.Providers.Choices.Select(choice => choice.Text.Split(' ')[0]).Should().Equal("chat:", "images:", "speech:");
        configuration.Providers.Choices.Should().AllSatisfy(choice =>
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
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Image, AgentName.Agent6).Should().Be(0.016m);
        configuration.Pipeline.ServiceTaskQueues.Should().HaveCount(5).And.Contain(PieceKind.Image, "video-openai");
        configuration.Providers.Services["openai"].Key!.Reveal().Should().Be("sk-planted");
        $"{configuration}".Should().NotContain("sk-planted");
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
