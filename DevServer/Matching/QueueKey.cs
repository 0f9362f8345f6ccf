using Temporalio.Api.Enums.V1;

namespace TemporalVideo.DevServer.Matching;

/// <summary>Names a task queue: workflow and activity queues of one name are two queues.</summary>
internal readonly record struct QueueKey(string NamespaceId, string Name, TaskQueueType Type);
