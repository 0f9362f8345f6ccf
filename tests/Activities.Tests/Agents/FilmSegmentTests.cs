using TemporalVideo.Activities.Agent2;
using TemporalVideo.Activities.Agent4;
using TemporalVideo.Activities.Agent5;
using TemporalVideo.Studio;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Pictures;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Tests.Agents;

public sealed class FilmSegmentTests : IFootageMaker
{
    private readonly List<FootageOrder> _orders = [];

    string IMaker.Identity => "film/1";

    [Fact]
    public async Task FilmSegmentAsync_Painting_IsSetInMotionForAsLongAsIsSpokenAndKept()
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Footage = new LayerRoom(0, 0, 900, 1000);
        var task = await SpokenAsync(bench);

        var made = await FilmAsync(bench, task);
        var again = await FilmAsync(bench, task);

        var order = _orders.Should().ContainSingle().Subject;
        (order.Prompt, order.Room).Should().Be(("A prism.", new LayerRoom(0, 0, 900, 1000)));
        order.Seconds.Should().BeGreaterThan(11, "two sentences of six seconds are spoken");
        (made.Key, made.Found, again.Found).Should().Be(("scaffold_test/anna/s1/agent5/footage/s01.mp4", false, true));
        (await bench.TextAsync("agent5/footage/s01.mp4")).Should().Be("a film");
    }

    [Fact]
    public async Task FilmSegmentAsync_OtherPainting_IsFilmedAgain()
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Footage = new LayerRoom(0, 0, 900, 1000);
        await FilmAsync(bench, await SpokenAsync(bench));
        bench.Identity = "bench/2";

        var made = await FilmAsync(bench, await SpokenAsync(bench));

        made.Found.Should().BeFalse();
        _orders.Should().HaveCount(2);
    }

    [Fact]
    public async Task FilmSegmentAsync_SceneWithoutAPainting_AsksNobody()
    {
        await using var bench = await AgentBench.StartAsync();

        var made = await FilmAsync(bench, await SpokenAsync(bench));

        (made.Key, made.Warning).Should().Be(("", null));
        _orders.Should().BeEmpty();
    }

    [Fact]
    public async Task FilmSegmentAsync_ServiceIsDown_KeepsThePaintingAndSaysWhy()
    {
        await using var bench = await AgentBench.StartAsync();
        bench.Footage = new LayerRoom(0, 0, 900, 1000);
        var task = await SpokenAsync(bench);
        var circuit = new Circuit("films", 1, TimeSpan.FromHours(1), TimeProvider.System);
        var failing = () => circuit.WatchAsync<int>(() => throw new ProviderException("films", ProviderFailure.Down, "It is down."));
        await failing.Should().ThrowAsync<ProviderException>();

        var made = await bench.RunAsync((Pieces pieces) =>
            new FilmSegment(bench.Activity<Storytelling.Stories>(), pieces, new PreferredFootage([(this, circuit)]))
                .FilmSegmentAsync(task));

        (made.Key, made.Warning).Should().Be(("", "s01 keeps its painting: It is down."));
    }

    Task IFootageMaker.FilmAsync(FootageOrder order, string file, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        File.Exists(order.Picture).Should().BeTrue();
        _orders.Add(order);
        return File.WriteAllTextAsync(file, "a film", cancellationToken);
    }

    private Task<Piece> FilmAsync(AgentBench bench, SegmentTask task)
    {
        var circuit = new Circuit("films", 1, TimeSpan.FromHours(1), TimeProvider.System);
        return bench.RunAsync((Pieces pieces) =>
            new FilmSegment(bench.Activity<Storytelling.Stories>(), pieces, new PreferredFootage([(this, circuit)]))
                .FilmSegmentAsync(task));
    }

    /// <summary>A session whose scenes are drawn and spoken.</summary>
    private static async Task<SegmentTask> SpokenAsync(AgentBench bench)
    {
        SegmentTask? first = null;
        for (var i = 0; i < AgentBench.Story.Segments.Count; i++)
        {
            var task = await bench.SegmentTaskAsync(AgentName.Agent5, AgentBench.Story, i);
            first ??= task;
            await bench.RunAsync((DrawScene activity) => activity.DrawSceneAsync(task));
            await bench.RunAsync((SpeakSegment activity) => activity.SpeakSegmentAsync(task));
        }

        await bench.RunAsync((TimeNarration activity) => activity.TimeNarrationAsync(new StoryboardTask
        {
            Session = AgentBench.Session,
            Agent = AgentName.Agent4,
            Version = first!.Version,
        }));
        return first!;
    }
}
