namespace Temporalio.Tests.Converters;

public sealed record Sample(string Name, int Number);
