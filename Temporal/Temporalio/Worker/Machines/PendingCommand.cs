using Temporalio.Api.Command.V1;
using Temporalio.Api.Protocol.V1;

namespace Temporalio.Worker.Machines;

/// <summary>A command that has been put into a completion and waits for its event in history.</summary>
/// <param name="Command">As sent.</param>
/// <param name="Owner">Machine that hears of the event.</param>
internal sealed record PendingCommand(Command Command, Machine Owner)
{
    /// <summary>Message that travels with a <c>PROTOCOL_MESSAGE</c> command.</summary>
    public Message? Message { get; init; }
}
