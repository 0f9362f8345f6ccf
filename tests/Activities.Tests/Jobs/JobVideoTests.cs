using Temporalio.Exceptions;
using TemporalVideo.Activities.Jobs;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Jobs;

/// <summary>What is done before and behind the video of a job.</summary>
public sealed class JobVideoTests
{
    [Fact]
    public async Task Order_LessonOfAnotherJob_IsOrderedAsTheSameSessionByAllAttempts()
    {
        await using var bench = await JobBench.StartAsync();
        var source = await bench.LeaveAsync("import", "sky.md", "# Sky");
        var spec = new JobSpec
        {
            Video = new VideoSpec { Lesson = "inputs/import/${MATRIX_LESSON}.md", Seconds = 20, Size = VideoSize.Tall },
            Matrix = new Dictionary<string, string> { ["lesson"] = "sky" },
        };
        var task = await bench.OrderAsync(JobTypes.Video, spec) with { Sources = [source] };

        var first = await bench.RunAsync<OrderVideo, VideoInput>(step => step.OrderVideoAsync(task));
        var second = await bench.RunAsync<OrderVideo, VideoInput>(step => step.OrderVideoAsync(task with { Attempt = 2 }));

        first.Should().BeEquivalentTo(
            new { Source = "# Sky", Topic = "sky", TargetSeconds = 20.0, Size = VideoSize.Tall, LessonFolder = (string?)null });
        first.Session.Should().Be(new SessionKey("anna", "p1-work")).And.Be(second.Session);
    }

    [Fact]
    public async Task Order_VideosOfAPipelineWithALimit_ShareIt()
    {
        await using var bench = await JobBench.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(bench.Lessons.FullName, "sea.md"), "# Sea");
        var task = await bench.OrderAsync(
            JobTypes.Video, new JobSpec { Video = new VideoSpec { Lesson = "sea.md" } }, costLimit: 0.03m);

        var first = await bench.RunAsync<OrderVideo, VideoInput>(step => step.OrderVideoAsync(task));
        var second = await bench.RunAsync<OrderVideo, VideoInput>(step =>
            step.OrderVideoAsync(task with { Node = task.Node with { Id = "other", SpecOf = "work" } }));

        (await ClaimAsync(bench, first.Session, "one")).Kind.Should().Be(ClaimKind.Granted);
        var refused = await ClaimAsync(bench, second.Session, "two");
        (refused.Kind, refused.Balance).Should().Be((ClaimKind.OverLimit, new Balance("session:anna:p1", 30_000, 20_000, 0)));
    }

    private static Task<Claim> ClaimAsync(JobBench bench, SessionKey session, string what) => bench.Money.ClaimAsync(
        new UnitOrder
        {
            Session = session,
            Agent = AgentName.Agent2,
            Step = what,
            Fingerprint = what,
            Provider = "test",
            Model = "test",
            Most = 20_000,
            Patience = TimeSpan.FromMinutes(1),
        },
        default);

    [Fact]
    public async Task Order_LessonOfTheWorkerOrOfAnotherPlace_IsFoundOrRefused()
    {
        await using var bench = await JobBench.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(bench.Lessons.FullName, "sea.md"), "# Sea");
        await File.WriteAllTextAsync(Path.Combine(bench.Lessons.Parent!.FullName, "secret.md"), "# Secret");
        var ours = await bench.OrderAsync(JobTypes.Video, new JobSpec { Video = new VideoSpec { Lesson = "sea.md" } });
        var theirs = await bench.OrderAsync(JobTypes.Video, new JobSpec { Video = new VideoSpec { Lesson = "../secret.md" } });

        (await bench.RunAsync<OrderVideo, VideoInput>(step => step.OrderVideoAsync(ours))).LessonFolder.Should().Be(bench.Lessons.FullName);
        (await FluentActions.Awaiting(() => bench.RunAsync<OrderVideo, VideoInput>(step => step.OrderVideoAsync(theirs)))
            .Should().ThrowAsync<ApplicationFailureException>()).Which.Message.Should().Contain("no lesson '../secret.md'");
    }

    [Fact]
    public async Task Order_LessonThatNamesALogo_BringsItWhereItCanBeShown()
    {
        await using var bench = await JobBench.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(bench.Lessons.FullName, "sea.md"), "---\nlogo: mark.png\n---\n# Sea");
        var task = await bench.OrderAsync(JobTypes.Video, new JobSpec { Video = new VideoSpec { Lesson = "sea.md" } });

        (await bench.RunAsync<OrderVideo, VideoInput>(step => step.OrderVideoAsync(task))).Brand.Should().BeNull();

        await File.WriteAllBytesAsync(Path.Combine(bench.Lessons.FullName, "mark.png"), Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        var order = await bench.RunAsync<OrderVideo, VideoInput>(step => step.OrderVideoAsync(task));

        var key = order.Brand!.Logo!;
        key.Should().StartWith("scaffold_test/anna/p1-work/lesson/").And.EndWith(".png");
        (await bench.Store.FindAsync(key, default)).Should().NotBeNull();
    }

    [Fact]
    public async Task Keep_Video_BecomesArtifactsAndContext()
    {
        await using var bench = await JobBench.StartAsync();
        var task = await bench.OrderAsync(
            JobTypes.Video, new JobSpec { Video = new VideoSpec { Topic = "Sky" }, Artifacts = ["video.*"] });
        await bench.Store.PutAsync("v/final.mp4", "film"u8.ToArray(), ObjectTags.None, default);
        await bench.Store.PutAsync("v/final.srt", "words"u8.ToArray(), ObjectTags.None, default);
        var result = new VideoResult
        {
            Session = new SessionKey("anna", "p1-work"),
            Title = "Sky",
            VideoKey = "v/final.mp4",
            SubtitleKeys = ["v/final.srt"],
            Seconds = 21,
            Segments = 3,
            ComposedBy = AgentName.Agent5,
            Cost = new CostReport(),
            TookSeconds = 5,
        };

        await bench.RunAsync<KeepVideo, string>(step => step.KeepVideoAsync(new JobVideo(task, result, 5)));

        (await bench.LeftAsync("video.mp4")).Should().Be("film");
        (await bench.LeftAsync("video.srt")).Should().Be("words");
        (await bench.LeftAsync("output.json")).Should().Contain("\"session\":\"p1-work\"");
    }

    [Theory]
    [InlineData(262_144, true)]
    [InlineData(262_145, false)]
    public async Task Run_ContextOfSomeSize_IsKeptUpToItsLimit(int bytes, bool kept)
    {
        await using var bench = await JobBench.StartAsync();
        var text = $"\"{new string('x', bytes - 2)}\"";
        var source = await bench.LeaveAsync("big", "big.json", text);
        var task = await bench.OrderAsync(
            JobTypes.Command, new JobSpec { Command = ["sh", "-c", "cp inputs/big/big.json \"$JOB_OUTPUT\""] });

        var run = () => bench.RunAsync<RunJob, string>(job => job.RunJobAsync(task with { Sources = [source] }));

        if (kept)
        {
            await run();
            (await bench.LeftAsync("output.json")).Should().HaveLength(bytes);
            (await bench.RecordAsync()).Consumed.Should().ContainSingle();
        }
        else
        {
            (await run.Should().ThrowAsync<ApplicationFailureException>()).Which.Message.Should().Contain("262145 bytes");
        }
    }
}
