using System.Globalization;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace TemporalVideo.TypeScript.Tests.Workflows;

/// <summary>The workflows of <c>node/workflows/crosswise.js</c>.</summary>
internal static class CrosswiseTwins
{
    [Workflow("payloads")]
    public class Payloads
    {
        [WorkflowRun]
        public Task<Understood> RunAsync(Film record, byte[] bytes, string? nothing, IReadOnlyList<int> list, string text) => Task.FromResult(new Understood(
            new Film($"{record.Name}!", record.Size * 2, [.. record.Parts.Select(part => part with { Title = part.Title.ToUpperInvariant() })]),
            [.. bytes],
            nothing is null,
            list.Sum(),
            string.Concat(text.EnumerateRunes().Reverse())));
    }

    [Workflow("reversedBytes")]
    public class ReversedBytes
    {
        [WorkflowRun]
        public Task<byte[]> RunAsync(byte[] bytes) => Task.FromResult<byte[]>([.. bytes.AsEnumerable().Reverse()]);
    }

    [Workflow("returnsNull")]
    public class ReturnsNull
    {
        [WorkflowRun]
        public Task<string?> RunAsync() => Task.FromResult<string?>(null);
    }

    [Workflow("fails")]
    public class Fails
    {
        [WorkflowRun]
        public Task<string> RunAsync()
        {
            var root = new ApplicationFailureException("the root", errorType: "Root", nonRetryable: true, details: [new[] { 1, 2 }, null]);
            var middle = new ApplicationFailureException("in the middle", root, errorType: "Middle");
            throw new ApplicationFailureException(
                "at the top – ünïcödé", middle, errorType: "Top", nonRetryable: true, details: [new Film("detail", 7, []), "second"]);
        }
    }

    [Workflow("usesActivitiesOf")]
    public class UsesActivitiesOf
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string taskQueue)
        {
            var greeting = await Workflow.ExecuteActivityAsync(() => TwinActivities.Greet("over there"), TwinOptions.Retried.On(taskQueue));
            var resumed = await Workflow.ExecuteActivityAsync(() => TwinActivities.ResumeFromHeartbeatAsync(), TwinOptions.Retried.On(taskQueue));
            try
            {
                return await Workflow.ExecuteActivityAsync(() => TwinActivities.Refuse("over there"), TwinOptions.Retried.On(taskQueue));
            }
            catch (ActivityFailureException e)
            {
                var refused = (ApplicationFailureException)e.InnerException!;
                return $"{greeting}; {resumed}; {e.ActivityType} {refused.ErrorType} {refused.Details.ElementAt<string>(0)} {refused.InnerException!.Message}";
            }
        }
    }

    [Workflow("usesChildOf")]
    public class UsesChildOf
    {
        [WorkflowRun]
        public async Task<string> RunAsync(string taskQueue)
        {
            ChildWorkflowOptions Options(string type) => new() { Id = $"{Workflow.Info.WorkflowId}-{type}", TaskQueue = taskQueue };
            var greeting = await Workflow.ExecuteChildWorkflowAsync((ActivityTwins.OneActivity w) => w.RunAsync("child"), Options("oneActivity"));
            try
            {
                return await Workflow.ExecuteChildWorkflowAsync((Fails w) => w.RunAsync(), Options("fails"));
            }
            catch (ChildWorkflowFailureException e)
            {
                var top = (ApplicationFailureException)e.InnerException!;
                var root = (ApplicationFailureException)top.InnerException!.InnerException!;
                var size = top.Details.ElementAt<Film>(0).Size.ToString(CultureInfo.InvariantCulture);
                return $"{greeting}; {e.WorkflowType} {top.ErrorType} {size} {root.ErrorType}";
            }
        }
    }
}
