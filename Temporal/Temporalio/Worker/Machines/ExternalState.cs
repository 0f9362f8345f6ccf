namespace Temporalio.Worker.Machines;

/// <summary>States of what is sent to another workflow.</summary>
internal enum ExternalState
{
    Created,
    Issued,
    Initiated,
    Done,
}

/// <summary>What can happen to what is sent to another workflow.</summary>
internal enum ExternalInput
{
    Send,
    Cancel,
    InitiatedEvent,
    DeliveredEvent,
    FailedEvent,
}
