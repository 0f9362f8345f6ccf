using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Worker;
using TemporalVideo.Tests.Support;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Workflows.Tests;

/// <summary>A server with the search attributes of the product, shared by the tests of a class.</summary>
public sealed class VideoWorkflowFixture : IAsyncLifetime
{
    private DevServer.DevServer? _server;
    private TemporalClient? _client;

    public ITemporalClient Client => _client!;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedServer.StartAsync(options => options with
        {
            SearchAttributes =
                new[] { VideoSearchAttributes.User, VideoSearchAttributes.Session, VideoSearchAttributes.Stage,
                VideoSearchAttributes.Outcome }
                .ToDictionary(key => key.Name, key => key.ValueType),
        });
        _client = await TemporalClient.ConnectAsync(new(_server.TargetHost));
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Starts a session with a worker of its own, and does something with it.</summary>
    internal async Task RunAsync(
        FakeStudio studio, Func<WorkflowHandle<VideoWorkflow, VideoResult>, Task> act, Func<VideoInput, VideoInput>? change = null)
    {
        var queue = $"video-{Guid.NewGuid():N}";
        var session = new SessionKey("anna", Guid.NewGuid().ToString("N"));
        var input = new VideoInput
        {
            Session = session,
            Source = "Rainbows",
            TargetSeconds = 32,
            Settings = new PipelineSettings { RenderTaskQueue = queue },
        };
        input = change?.Invoke(input) ?? input;
        using var worker =
            new TemporalWorker(Client, new TemporalWorkerOptions(queue).AddWorkflow<VideoWorkflow>().AddAllActivities(studio));
        await worker.ExecuteAsync(async () =>
        {
            var handle = await Client.StartWorkflowAsync(
                (VideoWorkflow workflow) => workflow.RunAsync(input),
                new WorkflowOptions(VideoWorkflowId.Of(session), queue) { IdConflictPolicy = WorkflowIdConflictPolicy.Fail });
            await act(handle);
        });
    }
}
