// Each test renders a video and keeps all processors busy.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
