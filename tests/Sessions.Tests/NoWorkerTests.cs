using Temporalio.Exceptions;

namespace TemporalVideo.Sessions.Tests;

public sealed class NoWorkerTests
{
    [Theory]
    [InlineData(RpcException.StatusCode.Cancelled, true)]
    [InlineData(RpcException.StatusCode.DeadlineExceeded, true)]
    [InlineData(RpcException.StatusCode.FailedPrecondition, true)]
    [InlineData(RpcException.StatusCode.NotFound, false)]
    [InlineData(RpcException.StatusCode.PermissionDenied, false)]
    public void Explains_QueryFailure_OnlyWhereNobodyAnswered(RpcException.StatusCode code, bool explained) =>
        NoWorker.Explains(new RpcException(code, "Timeout expired", null)).Should().Be(explained);
}
