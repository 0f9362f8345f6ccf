using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using RpcStatus = Google.Rpc.Status;

namespace TemporalVideo.DevServer.Errors;

/// <summary>The errors of the Temporal API: status code, text, and the detail message that SDKs recognise.</summary>
internal static class ServiceErrors
{
    private const string TypePrefix = "type.googleapis.com";

    public static ServiceException InvalidArgument(string text) => new(StatusCode.InvalidArgument, text);

    public static ServiceException NotFound(string text) => With(StatusCode.NotFound, text, new NotFoundFailure());

    public static ServiceException NamespaceNotFound(string name) =>
        With(StatusCode.NotFound, $"Namespace {name} is not found.", new NamespaceNotFoundFailure { Namespace = name });

    public static ServiceException NamespaceAlreadyExists(string text) =>
        With(StatusCode.AlreadyExists, text, new NamespaceAlreadyExistsFailure());

    public static ServiceException WorkflowAlreadyStarted(string text, string startRequestId, string runId) => With(
        StatusCode.AlreadyExists,
        text,
        new WorkflowExecutionAlreadyStartedFailure { StartRequestId = startRequestId, RunId = runId });

    public static ServiceException AlreadyExists(string text) => new(StatusCode.AlreadyExists, text);

    public static ServiceException WorkflowNotReady(string text) =>
        With(StatusCode.FailedPrecondition, text, new WorkflowNotReadyFailure());

    public static ServiceException FailedPrecondition(string text) => new(StatusCode.FailedPrecondition, text);

    public static ServiceException QueryFailed(string text, Failure? failure) =>
        With(StatusCode.InvalidArgument, text, new QueryFailedFailure { Failure = failure });

    public static ServiceException ResourceExhausted(
        string text, ResourceExhaustedCause cause, ResourceExhaustedScope scope = ResourceExhaustedScope.Namespace) =>
        With(StatusCode.ResourceExhausted, text, new ResourceExhaustedFailure { Cause = cause, Scope = scope });

    public static ServiceException PermissionDenied(string text) =>
        With(StatusCode.PermissionDenied, text, new PermissionDeniedFailure());

    public static ServiceException ClientVersionNotSupported(string name, string version, string supported) => With(
        StatusCode.FailedPrecondition,
        $"Client version {version} is not supported. Server supports versions: {supported}",
        new ClientVersionNotSupportedFailure { ClientName = name, ClientVersion = version, SupportedVersions = supported });

    public static ServiceException ServerVersionNotSupported(string server, string supported) => With(
        StatusCode.FailedPrecondition,
        $"Server version {server} is not supported. Client supports server versions: {supported}",
        new ServerVersionNotSupportedFailure { ServerVersion = server, ClientSupportedServerVersions = supported });

    public static ServiceException DeadlineExceeded(string text) => new(StatusCode.DeadlineExceeded, text);

    public static ServiceException Unavailable(string text) => new(StatusCode.Unavailable, text);

    public static ServiceException Unimplemented(string text) => new(StatusCode.Unimplemented, text);

    public static ServiceException Internal(string text) => new(StatusCode.Internal, text);

    /// <summary>A multi-operation failed because of <paramref name="failed"/>; the other operations were aborted with it.</summary>
    /// <param name="failed">The real error.</param>
    /// <param name="statuses">One status per operation: see <see cref="OperationStatus"/> and <see cref="OperationAborted"/>.</param>
    public static ServiceException MultiOperation(
        ServiceException failed, IEnumerable<MultiOperationExecutionFailure.Types.OperationStatus> statuses) => With(
        failed.Code,
        "Update-with-Start could not be executed.",
        new MultiOperationExecutionFailure { Statuses = { statuses } });

    /// <summary>The status of the operation that failed.</summary>
    public static MultiOperationExecutionFailure.Types.OperationStatus OperationStatus(ServiceException error) => new()
    {
        Code = (int)error.Code,
        Message = error.Message,
        Details = { error.Status?.Details ?? [] },
    };

    /// <summary>The status of an operation that was given up because another failed.</summary>
    public static MultiOperationExecutionFailure.Types.OperationStatus OperationAborted() => new()
    {
        Code = (int)StatusCode.Aborted,
        Message = "Operation was aborted.",
        Details = { Any.Pack(new MultiOperationExecutionAborted(), TypePrefix) },
    };

    private static ServiceException With(StatusCode code, string text, IMessage detail) => new(
        code,
        text,
        new RpcStatus { Code = (int)code, Message = text, Details = { Any.Pack(detail, TypePrefix) } });
}
