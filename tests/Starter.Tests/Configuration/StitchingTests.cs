using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Configuration;

public sealed class StitchingTests : IDisposable
{
    private readonly ConfiguredFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RepositorysFiles_JoinsWithFfmpegForNothing()
    {
        var configuration = Read();

        configuration.Worker.Stitching.Choice.Should().Be(Stitching.Ffmpeg);
        configuration.Worker.Stitching.MediaConvert.Should().Be(new MediaConvertSettings("MediaConvertJobRole", "", false, "", 5));
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Stitch, AgentName.Agent6).Should().Be(0);
    }

    [Fact]
    public void Read_MediaConvertAndBucket_ChargesAgent6ForTheJobAndNobodyElse()
    {
        _folder.Replace("config/worker.yaml", "store: out/store", "store: s3://videos")
            .Replace("config/worker.yaml", "concatenation: simple", "concatenation: fade");

        var configuration = Read(("TEMPORAL_VIDEO_STITCHING", "mediaconvert"));

        configuration.Worker.Stitching.Text.Should()
            .Be("AWS Elemental MediaConvert, fading through black (TEMPORAL_VIDEO_STITCHING)");
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Stitch, AgentName.Agent6).Should().Be(0.01m);
        configuration.Pipeline.Prices.ChargeOf(PieceKind.Stitch, AgentName.Agent5).Should().Be(0);
    }

    [Fact]
    public void Read_MediaConvertAndFolder_SaysThatItNeedsABucket() => Reading(("TEMPORAL_VIDEO_STITCHING", "mediaconvert"))
        .Should().Throw<ConfigurationException>().WithMessage("*TEMPORAL_VIDEO_STITCHING: mediaconvert works in a bucket*s3://BUCKET*");

    [Theory]
    [InlineData("stitching: ffmpeg", "stitching: avconv", "*stitching: expected ffmpeg or mediaconvert, found 'avconv'*")]
    [InlineData("concatenation: simple", "concatenation: wipe", "*mediaconvert.concatenation: expected simple or fade, found 'wipe'*")]
    [InlineData("role: MediaConvertJobRole", "role: my role", "*mediaconvert.role: expected the name of an IAM role or its ARN*")]
    [InlineData("poll_seconds: 5", "poll_seconds: 0", "*mediaconvert.poll_seconds: expected a whole number from 1 to 60*")]
    public void Read_WrongValue_SaysWhatWasExpected(string from, string to, string fault)
    {
        _folder.Replace("config/worker.yaml", from, to);

        Reading().Should().Throw<ConfigurationException>().WithMessage(fault);
    }

    private Func<ProductConfiguration> Reading(params (string Name, string Value)[] environment) => () => Read(environment);

    private ProductConfiguration Read(params (string Name, string Value)[] environment) =>
        ProductConfiguration.Read(_folder.Root, name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
