using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Testing;
using Temporalio.Worker;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>A server with the search attributes of the product, shared by the tests of a class.</summary>
public sealed class VideoWorkflowFixture : IAsyncLifetime
{
    private WorkflowEnvironment? _environment;

    public ITemporalClient Client => _environment!.Client;

    public async Task InitializeAsync() => _environment = await WorkflowEnvironment.StartLocalAsync(new WorkflowEnvironmentStartLocalOptions
    {
        SearchAttributes =
        [
            VideoSearchAttributes.User, VideoSearchAttributes.Session, VideoSearchAttributes.Stage, VideoSearchAttributes.Outcome,
        ],
    });

    public async Task DisposeAsync()
    {
        if (_environment is not null)
        {
            await _environment.DisposeAsync();
        }
    }

    /// <summary>Starts a session with a worker of its own, and does something with it.</summary>
    internal async Task RunAsync(
        FakeStudio studio, Func<WorkflowHandle<VideoWorkflow, VideoResult>, Task> act, Func<VideoInput, VideoInput>? change = null)
    {
        var queue = $"video-{Guid.NewGuid():N}";
        var session = new SessionKey("anna", Guid.NewGuid().ToString("N"));
        var input = new VideoInput { Session = session, Source = "Rainbows", TargetSeconds = 32, Settings = new PipelineSettings { RenderTaskQueue = queue } };
        input = change?.Invoke(input) ?? input;
        using var worker = new TemporalWorker(Client, new TemporalWorkerOptions(queue).AddWorkflow<VideoWorkflow>().AddAllActivities(studio));
        await worker.ExecuteAsync(async () =>
        {
            var handle = await Client.StartWorkflowAsync(
                (VideoWorkflow workflow) => workflow.RunAsync(input),
                new WorkflowOptions(VideoWorkflowId.Of(session), queue) { IdConflictPolicy = WorkflowIdConflictPolicy.Fail });
            await act(handle);
        });
    }
}
