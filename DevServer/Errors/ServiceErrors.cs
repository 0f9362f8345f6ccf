using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using TemporalVideo.Grpc;

namespace TemporalVideo.DevServer.Errors;

/// <summary>The errors of the Temporal API: status code, text, and the detail message that SDKs recognise.</summary>
internal static class ServiceErrors
{
    private const string TypePrefix = "type.googleapis.com";

    public static GrpcException InvalidArgument(string text) => new(GrpcStatusCode.InvalidArgument, text);

    public static GrpcException NotFound(string text) => With(GrpcStatusCode.NotFound, text, new NotFoundFailure());

    public static GrpcException NamespaceNotFound(string name) =>
        With(GrpcStatusCode.NotFound, $"Namespace {name} is not found.", new NamespaceNotFoundFailure { Namespace = name });

    public static GrpcException NamespaceAlreadyExists(string text) =>
        With(GrpcStatusCode.AlreadyExists, text, new NamespaceAlreadyExistsFailure());

    public static GrpcException WorkflowAlreadyStarted(string text, string startRequestId, string runId) => With(
        GrpcStatusCode.AlreadyExists,
        text,
        new WorkflowExecutionAlreadyStartedFailure { StartRequestId = startRequestId, RunId = runId });

    public static GrpcException AlreadyExists(string text) => new(GrpcStatusCode.AlreadyExists, text);

    public static GrpcException WorkflowNotReady(string text) =>
        With(GrpcStatusCode.FailedPrecondition, text, new WorkflowNotReadyFailure());

    public static GrpcException FailedPrecondition(string text) => new(GrpcStatusCode.FailedPrecondition, text);

    public static GrpcException QueryFailed(string text, Failure? failure) =>
        With(GrpcStatusCode.InvalidArgument, text, new QueryFailedFailure { Failure = failure });

    public static GrpcException ResourceExhausted(
        string text, ResourceExhaustedCause cause, ResourceExhaustedScope scope = ResourceExhaustedScope.Namespace) =>
        With(GrpcStatusCode.ResourceExhausted, text, new ResourceExhaustedFailure { Cause = cause, Scope = scope });

    public static GrpcException PermissionDenied(string text) =>
        With(GrpcStatusCode.PermissionDenied, text, new PermissionDeniedFailure());

    public static GrpcException ClientVersionNotSupported(string name, string version, string supported) => With(
        GrpcStatusCode.FailedPrecondition,
        $"Client version {version} is not supported. Server supports versions: {supported}",
        new ClientVersionNotSupportedFailure { ClientName = name, ClientVersion = version, SupportedVersions = supported });

    public static GrpcException ServerVersionNotSupported(string server, string supported) => With(
        GrpcStatusCode.FailedPrecondition,
        $"Server version {server} is not supported. Client supports server versions: {supported}",
        new ServerVersionNotSupportedFailure { ServerVersion = server, ClientSupportedServerVersions = supported });

    public static GrpcException DeadlineExceeded(string text) => new(GrpcStatusCode.DeadlineExceeded, text);

    public static GrpcException Unavailable(string text) => new(GrpcStatusCode.Unavailable, text);

    public static GrpcException Unimplemented(string text) => new(GrpcStatusCode.Unimplemented, text);

    public static GrpcException Internal(string text) => new(GrpcStatusCode.Internal, text);

    /// <summary>A multi-operation failed because of <paramref name="failed"/>; the other operations were aborted with it.</summary>
    /// <param name="failed">The real error.</param>
    /// <param name="statuses">One status per operation: see <see cref="OperationStatus"/> and <see cref="OperationAborted"/>.</param>
    public static GrpcException MultiOperation(
        GrpcException failed, IEnumerable<MultiOperationExecutionFailure.Types.OperationStatus> statuses) => With(
        failed.Code,
        "Update-with-Start could not be executed.",
        new MultiOperationExecutionFailure { Statuses = { statuses } });

    /// <summary>The status of the operation that failed.</summary>
    public static MultiOperationExecutionFailure.Types.OperationStatus OperationStatus(GrpcException error) => new()
    {
        Code = (int)error.Code,
        Message = error.Message,
        Details = { error.Status?.Details ?? [] },
    };

    /// <summary>The status of an operation that was given up because another failed.</summary>
    public static MultiOperationExecutionFailure.Types.OperationStatus OperationAborted() => new()
    {
        Code = (int)GrpcStatusCode.Aborted,
        Message = "Operation was aborted.",
        Details = { Any.Pack(new MultiOperationExecutionAborted(), TypePrefix) },
    };

    private static GrpcException With(GrpcStatusCode code, string text, IMessage detail) => new(
        code,
        text,
        new Status { Code = (int)code, Message = text, Details = { Any.Pack(detail, TypePrefix) } });
}
