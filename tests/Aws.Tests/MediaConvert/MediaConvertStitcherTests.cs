using System.Text;
using System.Text.RegularExpressions;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;
using TemporalVideo.Tests.Support.Aws;

namespace TemporalVideo.Aws.Tests.MediaConvert;

public sealed class MediaConvertStitcherTests
{
    [Fact]
    public async Task StitchAsync_TwoClips_AreOneVideoInTheFormatThatIsAskedFor()
    {
        await using var bench = await StitchBench.StartAsync();

        await bench.StitchAsync();

        var result = await bench.Room.Probe.ProbeAsync(await bench.ResultAsync(), default);
        (result.Video!.Codec, result.Video.Width, result.Video.Height, result.Audio!.Codec).Should().Be(("h264", 1920, 1080, "aac"));
        result.Video.Duration.Should().BeApproximately(2, 0.1);
        bench.Progress.Last().Should().Be(1);
        bench.Service.AnswerFaults.Should().BeEmpty("the fake is held to the model, too");
        bench.Events.Select(item => item.Type).Should().Equal("mediaconvert_job", "mediaconvert_job");
        bench.Events.First().Data["status"].Should().BeOneOf("SUBMITTED", "PROGRESSING");
        bench.Events.Last().Data["status"].Should().Be("COMPLETE");
        bench.Events.Last().Data["output_uri"].Should().Be("s3://videos/agent5/stitching/1.mp4");
    }

    [SkippableTheory]
    [InlineData("simple")]
    [InlineData("fade")]
    public async Task StitchAsync_Order_FitsTheModelAndSaysWhatIsWanted(string concatenation)
    {
        var model = ServiceModel.Require("mediaconvert");
        await using var bench = await StitchBench.StartAsync();

        await bench.StitchAsync(bench.Stitcher(concatenation));

        var order = bench.Service.Orders.Should().ContainSingle().Which;
        model.InputFaults("CreateJob", order).Should().BeEmpty();
        $"{order["queue"]}".Should().EndWith("queues/q");
        var codec = order["settings"]!["outputGroups"]![0]!["outputs"]![0]!["videoDescription"]!["codecSettings"]!["h264Settings"]!;
        ($"{codec["bitrate"]}", $"{codec["framerateNumerator"]}").Should().Be(("5000000", "30"));
        $"{order["clientRequestToken"]}".Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Theory]
    [InlineData("simple", false)]
    [InlineData("fade", true)]
    public async Task StitchAsync_Concatenation_DecidesWhetherTheJointIsBlack(string concatenation, bool isBlack)
    {
        await using var bench = await StitchBench.StartAsync();

        await bench.StitchAsync(bench.Stitcher(concatenation));

        var video = await bench.ResultAsync();
        var (middle, joint) = (await BrightnessAsync(bench, video, 0.4), await BrightnessAsync(bench, video, 1));
        middle.Should().BeGreaterThan(60);
        (joint < 25).Should().Be(isBlack, $"the joint has the brightness {joint}");
        (await bench.Room.Probe.ProbeAsync(video, default)).Video!.Duration.Should().BeApproximately(2, 0.1, "a fade takes no time away");
    }

    [Fact]
    public async Task StitchAsync_WorkerDiesWhileTheJobRuns_TheNextGoesOnWithTheSameJob()
    {
        await using var bench = await StitchBench.StartAsync();
        bench.Service.IsHeld = true;
        using var death = new CancellationTokenSource();
        var first = bench.StitchAsync(cancellationToken: death.Token);
        await bench.IsHalfway.Task;
        await death.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
        bench.Service.ForgetTokens();
        bench.Service.GoOn();

        await bench.StitchAsync();

        bench.Service.States.Should().Equal("COMPLETE");
    }

    [Fact]
    public async Task StitchAsync_WorkerDiesBeforeItKnowsTheJob_TheJobIsFoundByItsToken()
    {
        await using var bench = await StitchBench.StartAsync();
        await bench.StitchAsync();
        var order = await bench.Store.ReadAsync(bench.Request.Record, default);
        var unknown = Regex.Replace(
            Encoding.UTF8.GetString(order.Bytes.Span), "\"JobId\": \"[^\"]+\"", "\"JobId\": null");
        await bench.Store.PutAsync(bench.Request.Record, Encoding.UTF8.GetBytes(unknown), ObjectTags.None, default);
        bench.Service.ForgetTokens();

        await bench.StitchAsync();

        bench.Service.Orders.Should().ContainSingle("a job that may have been paid is looked for before another is ordered");
    }

    [Theory]
    [InlineData(1404, false)]
    [InlineData(1999, true)]
    public async Task StitchAsync_JobFails_SaysCodeAndMessageAndWhetherToTryAgain(int code, bool tryAgain)
    {
        await using var bench = await StitchBench.StartAsync();
        bench.Service.Failure = (code, "Something is wrong.");

        var failure = (await FluentActions.Awaiting(() => bench.StitchAsync()).Should().ThrowAsync<StitchJobException>()).Which;

        failure.TryAgain.Should().Be(tryAgain);
        failure.Message.Should().Contain($"{code}").And.Contain("Something is wrong.");
        bench.Events.Last().Data.Should().Contain("status", "ERROR").And.Contain("error_code", code);

        bench.Service.Failure = null;
        await bench.StitchAsync();
        bench.Service.States.Should().Equal("ERROR", "COMPLETE");
    }

    [Fact]
    public async Task StitchAsync_ServiceBusyForAMoment_IsAskedAgain()
    {
        await using var bench = await StitchBench.StartAsync();
        bench.Service.BeBusy(2);

        await bench.StitchAsync();

        bench.Service.States.Should().Equal("COMPLETE");
    }

    [Fact]
    public async Task AbandonAsync_JobRuns_CancelsIt()
    {
        await using var bench = await StitchBench.StartAsync();
        bench.Service.IsHeld = true;
        using var stop = new CancellationTokenSource();
        var run = bench.StitchAsync(cancellationToken: stop.Token);
        await bench.IsHalfway.Task;
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => run).Should().ThrowAsync<OperationCanceledException>();

        await bench.Stitcher().AbandonAsync(bench.Request, default);

        bench.Service.States.Should().Equal("CANCELED");
        bench.Events.Last().Data.Should().Contain("status", "CANCELED");
    }

    [Fact]
    public async Task StitchAsync_MoreClipsThanAJobTakes_SaysSoAtOnce()
    {
        await using var bench = await StitchBench.StartAsync();
        var many = bench.Request with { Clips = [.. Enumerable.Repeat(bench.Request.Clips[0], 151)] };

        var failure = await FluentActions.Awaiting(() => bench.Stitcher().StitchAsync(many, bench, default)).Should()
            .ThrowAsync<StitchJobException>().WithMessage("*at most 150*");

        failure.Which.TryAgain.Should().BeFalse();
        bench.Service.Requests.Should().Be(0);
    }

    private static async Task<double> BrightnessAsync(StitchBench bench, string video, double time) =>
        (await bench.Room.GrayAsync(video, time, "1920:1080:0:0")).Average(value => value);
}
