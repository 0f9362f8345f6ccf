using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Storage.Tests.Records;

/// <summary>What the places of running jobs promise, in every database.</summary>
public abstract partial class VideoSessionsContract
{
    private static readonly PlaceRun FirstRun = new(new SessionKey("anna", "p1"), "run-1");
    private static readonly PlaceRun SecondRun = new(new SessionKey("anna", "p2"), "run-2");

    [SkippableFact]
    public async Task Place_FirstCome_IsServedFirst()
    {
        Require();
        (await TakeAsync(FirstRun, "a")).Should().Be(new PlaceTurn(true, 1, 0));
        (await TakeAsync(FirstRun, "a")).IsTaken.Should().BeTrue("asking again changes nothing");
        (await TakeAsync(SecondRun, "b")).Should().Be(new PlaceTurn(false, 1, 0));
        (await TakeAsync(FirstRun, "c")).Should().Be(new PlaceTurn(false, 1, 1));

        await Bench.Places.LeaveAsync(FirstRun.Pipeline, [new JobPlace("a", 1)], false, default);

        (await TakeAsync(FirstRun, "c")).IsTaken.Should().BeFalse("another one has come before it");
        (await TakeAsync(SecondRun, "b")).IsTaken.Should().BeTrue();
        (await TakeAsync(new PlaceRun(new SessionKey("bob", "p1"), "run-3"), "a")).IsTaken.Should().BeTrue("his places are his own");
    }

    [SkippableFact]
    public async Task Place_NextAttempt_StandsInLineAnew()
    {
        Require();
        await TakeAsync(FirstRun, "a");
        await TakeAsync(SecondRun, "b");

        (await TakeAsync(FirstRun, "a", attempt: 2)).Should().Be(new PlaceTurn(false, 0, 1), "the place of the first attempt is free");
        (await TakeAsync(SecondRun, "b")).IsTaken.Should().BeTrue();
        await Bench.Places.LeaveAsync(FirstRun.Pipeline, [new JobPlace("a", 1)], false, default);
        (await TakeAsync(FirstRun, "a", attempt: 2, limit: 2)).IsTaken.Should().BeTrue("only the first attempt has left");
    }

    [SkippableFact]
    public async Task Place_AskedForWhenItWasGivenBack_IsNotTaken()
    {
        Require();
        await Bench.Places.LeaveAsync(FirstRun.Pipeline, [new JobPlace("a", 1)], false, default);

        (await TakeAsync(FirstRun, "a", limit: 9)).IsTaken.Should().BeFalse("nobody would give it back");
        (await TakeAsync(SecondRun, "b")).IsTaken.Should().BeTrue();

        await Bench.Places.LeaveAsync(FirstRun.Pipeline, [], true, default);
        (await RowsAsync()).Should().ContainSingle().Which.JobId.Should().Be("b");
    }

    [SkippableFact]
    public async Task Place_OfThoseWhoAskNoLonger_IsPassedOverAndKept()
    {
        Require();
        await TakeAsync(FirstRun, "a");
        await TakeAsync(FirstRun, "absent");
        await TakeAsync(SecondRun, "b");
        var before = DateTime.UtcNow - JobPlaces.Absence - TimeSpan.FromSeconds(1);
        await using (var context = await Bench.ContextAsync())
        {
            await context.JobPlaces.Where(row => row.JobId == "absent")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, before));
        }

        (await TakeAsync(SecondRun, "b")).Ahead.Should().Be(0);
        await TakeAsync(FirstRun, "absent");
        (await TakeAsync(SecondRun, "b")).Ahead.Should().Be(1);
    }

    [SkippableFact]
    public async Task Place_OfARunThatHasEnded_IsGivenBackWhole()
    {
        Require();
        await TakeAsync(FirstRun, "a");
        await TakeAsync(SecondRun, "b");
        (await Bench.Places.RunsAsync("anna", default)).Should().BeEquivalentTo([FirstRun, SecondRun]);

        await Bench.Places.ClearAsync(FirstRun with { RunId = "another" }, default);
        (await TakeAsync(SecondRun, "b")).IsTaken.Should().BeFalse();
        await Bench.Places.ClearAsync(FirstRun, default);
        (await TakeAsync(SecondRun, "b")).IsTaken.Should().BeTrue();
    }

    /// <summary>Two workers, two users, many jobs: each takes, works and leaves; some leave without having had a place.</summary>
    [SkippableFact]
    public async Task Place_ManyAskAtOnce_IsNeverGivenBeyondTheLimit()
    {
        Require();
        const int Limit = 3;
        await using var another = Bench.Another();
        var (running, most, random) = (new ConcurrentDictionary<string, int>(), 0, new Random(7));
        var full = new Dictionary<string, TaskCompletionSource> { ["anna"] = new(), ["bob"] = new() };
        var jobs = Enumerable.Range(0, 40).Select(number => (
            Places: number % 2 == 0 ? Bench.Places : another.Places,
            Run: new PlaceRun(new SessionKey(number % 3 == 0 ? "bob" : "anna", $"p{number % 5}"), "run"),
            Place: new JobPlace($"job-{number}", 1),
            Gives: random.Next(5) == 0)).ToList();

        await Task.WhenAll(jobs.Select(job => Task.Run(async () =>
        {
            var user = job.Run.Pipeline.UserId;
            while (!job.Gives && !(await job.Places.TakeAsync(new PlaceOrder(job.Run, job.Place, Limit), default)).IsTaken)
            {
                await Task.Yield();
            }

            if (!job.Gives)
            {
                var now = running.AddOrUpdate(user, 1, (_, count) => count + 1);
                InterlockedMost(ref most, now);
                if (now == Limit)
                {
                    full[user].TrySetResult();
                }

                // The first of each user work until all places are used.
                await full[user].Task;
                (await job.Places.TakeAsync(new PlaceOrder(job.Run, job.Place, Limit), default)).IsTaken.Should().BeTrue();
                running.AddOrUpdate(user, 0, (_, count) => count - 1);
            }

            await job.Places.LeaveAsync(job.Run.Pipeline, [job.Place], false, default);
        })));

        most.Should().Be(Limit, "all places are used, and no more");
        (await RowsAsync()).Should().HaveCount(jobs.Count).And.OnlyContain(row => row.State == PlaceState.Left);
    }

    private static void InterlockedMost(ref int most, int now)
    {
        for (var seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most)
        {
            // Another one was noted in the same moment.
        }
    }

    private Task<PlaceTurn> TakeAsync(PlaceRun run, string job, int attempt = 1, int limit = 1) =>
        Bench.Places.TakeAsync(new PlaceOrder(run, new JobPlace(job, attempt), limit), default);

    private async Task<List<JobPlaceRow>> RowsAsync()
    {
        await using var context = await Bench.ContextAsync();
        return await context.JobPlaces.AsNoTracking().ToListAsync();
    }
}
